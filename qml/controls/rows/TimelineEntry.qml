pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// One thing that happened: time, kind, title, three lines of text and the state of the record. An addendum stands in.
Pressable {
    id: control

    default property alias extra: more.data
    property string time: ""
    property string iconName: ""
    property string body: ""
    property string moreText: qsTr("Visa mer")
    property bool addendum: false
    property bool divider: false
    property string stateText: ""
    property string stateTone: "plain"
    property string stateIcon: ""
    property string details: ""
    property bool unfolded: false
    /// At big text the time stands above the title instead of in a column.
    readonly property bool narrow: Theme.bigText
    readonly property real start: control.addendum ? Theme.space4 : 0
    readonly property real indent: control.start + (control.narrow ? 0 : 56) + leading.width + Theme.space3

    accessibleName: Speech.joined([control.text, control.time, control.stateText])
    description: Speech.joined([control.body, control.details])
    implicitWidth: 320
    implicitHeight: Math.max(64, words.implicitHeight + 2 * Theme.space3)

    RowFace {
        control: control
        anchors.leftMargin: control.start - Theme.space2
        anchors.rightMargin: -Theme.space2
        anchors.topMargin: 2
        anchors.bottomMargin: 2
    }
    Divider {
        visible: control.divider
        x: control.indent
        width: parent.width - x
        height: implicitHeight
    }
    AppText {
        x: control.start
        y: Theme.space3 + 3
        width: 52
        visible: !control.narrow
        text: control.time
        role: "meta"
        muted: true
        ignored: true
    }
    Icon {
        id: leading
        x: control.start + (control.narrow ? 0 : 56)
        y: Theme.space3 + 2
        iconName: control.iconName
        size: 20
        color: Theme.textMuted
    }
    Column {
        id: words
        x: control.indent
        y: Theme.space3
        width: parent.width - x

        AppText {
            width: parent.width
            text: control.narrow ? control.time : ""
            role: "meta"
            muted: true
            ignored: true
        }
        FlowRow {
            width: parent.width

            AppText {
                text: control.text
                role: "strong"
                ignored: true
            }
            StateChip {
                text: control.stateText
                tone: control.stateTone
                iconName: control.stateIcon
                Accessible.ignored: true
            }
        }
        AppText {
            id: bodyText
            width: parent.width
            text: control.body
            role: "row"
            maximumLineCount: control.unfolded ? 1000 : 3
            elide: Text.ElideRight
            ignored: true
        }
        LinkButton {
            visible: bodyText.truncated || control.unfolded
            text: control.unfolded ? qsTr("Visa mindre") : control.moreText
            accessibleName: qsTr("%1, %2").arg(text).arg(control.text)
            onActivated: control.unfolded = !control.unfolded
        }
        FlowRow {
            id: more
            width: parent.width
        }
    }
}
