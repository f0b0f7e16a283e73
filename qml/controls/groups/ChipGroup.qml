pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// A question with a few short answers, one of which may be chosen; days and times are chosen with it, too. What is
/// chosen belongs to the caller (`currentIndex`), who hears chosen().
FillColumn {
    id: group

    property string title: ""
    property alias names: repeater.model
    property int currentIndex: -1
    property string note: ""
    property string error: ""

    signal chosen(int index)

    Layout.fillWidth: true
    spacing: Theme.space2
    Accessible.role: Accessible.Grouping
    Accessible.name: group.title

    AppText {
        Layout.fillWidth: true
        text: group.title
        role: "label"
        heading: true
    }
    FlowRow {
        Layout.fillWidth: true

        Repeater {
            id: repeater

            ChoiceChip {
                required property string modelData
                required property int index
                enabled: group.enabled
                text: modelData
                accessibleName: group.title === "" ? modelData : qsTr("%1, %2").arg(modelData).arg(group.title)
                chosen: index === group.currentIndex
                onActivated: group.chosen(index)
            }
        }
    }
    AppText {
        Layout.fillWidth: true
        text: group.note
        role: "meta"
        muted: true
    }
    Fact {
        Layout.fillWidth: true
        text: group.error
        iconName: "circle-alert"
        color: Theme.palette.mark("danger")
    }
}
