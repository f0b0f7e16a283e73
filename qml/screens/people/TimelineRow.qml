pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// One entry of the timeline, with the heading of its day or month where it is the first of it.
Column {
    id: row

    required property int index
    required property string heading
    required property string time
    required property string iconName
    required property string title
    required property string body
    required property string stateText
    required property string stateTone
    required property string stateIcon
    required property bool isConflicted
    required property bool isAddendum

    signal opened

    Item {
        width: 1
        height: row.heading === "" ? 0 : Theme.space4
    }
    SectionHeading {
        width: parent.width
        visible: row.heading !== ""
        text: row.heading
    }
    Item {
        width: 1
        height: row.heading === "" ? 0 : Theme.space1
    }
    TimelineEntry {
        width: parent.width
        time: row.time
        iconName: row.iconName
        text: row.title
        body: row.body
        addendum: row.isAddendum
        divider: row.heading === ""
        stateText: row.stateText
        stateTone: row.stateTone
        stateIcon: row.stateIcon
        onActivated: row.opened()

        StateChip {
            text: row.isConflicted ? qsTr("Två versioner") : ""
            tone: "conflict"
        }
    }
}
