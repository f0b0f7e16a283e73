pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// A few longer answers, one of which may be chosen, each a row of its own.
FillColumn {
    id: group

    property string title: ""
    property alias names: repeater.model
    property int currentIndex: -1
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
    Repeater {
        id: repeater

        AnswerButton {
            required property string modelData
            required property int index
            Layout.fillWidth: true
            enabled: group.enabled
            text: modelData
            position: index + 1
            count: repeater.count
            chosen: index === group.currentIndex
            onActivated: group.chosen(index)
        }
    }
    Fact {
        Layout.fillWidth: true
        text: group.error
        iconName: "circle-alert"
        color: Theme.palette.mark("danger")
    }
}
