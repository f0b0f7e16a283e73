pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls
import Faltakt.ViewModels

/// What may be said to every question, and the note to it.
Rectangle {
    id: bar

    required property InterviewViewModel viewModel
    property real contentWidth: Theme.maxText

    implicitHeight: row.implicitHeight + 2 * Theme.space3
    height: implicitHeight
    color: Theme.surface
    Accessible.ignored: true

    Divider {
        width: parent.width
        height: implicitHeight
    }
    FlowRow {
        id: row
        x: (parent.width - width) / 2
        y: Theme.space3
        width: Math.min(parent.width - 2 * Theme.margin(parent.width), bar.contentWidth)
        stretch: true

        Button {
            visible: bar.viewModel.canNote
            kind: "quiet"
            compact: true
            iconName: "pen-line"
            text: qsTr("Notera")
            onActivated: bar.viewModel.writeNote()
        }
        Button {
            visible: bar.viewModel.input.takesRefusal
            kind: bar.viewModel.refusedChosen ? "primary" : "quiet"
            compact: true
            text: qsTr("Vill inte svara")
            description: bar.viewModel.refusedChosen ? qsTr("vald") : ""
            onPressed: bar.viewModel.beginTap()
            onCanceled: bar.viewModel.cancelTap()
            onActivated: bar.viewModel.refuse()
        }
        Button {
            kind: bar.viewModel.unknownChosen ? "primary" : "quiet"
            compact: true
            text: qsTr("Vet inte")
            description: bar.viewModel.unknownChosen ? qsTr("vald") : ""
            onPressed: bar.viewModel.beginTap()
            onCanceled: bar.viewModel.cancelTap()
            onActivated: bar.viewModel.doNotKnow()
        }
        Button {
            visible: bar.viewModel.input.takesNotRelevant
            kind: bar.viewModel.notRelevantChosen ? "primary" : "quiet"
            compact: true
            text: qsTr("Inte aktuellt")
            description: bar.viewModel.notRelevantChosen ? qsTr("vald") : ""
            onPressed: bar.viewModel.beginTap()
            onCanceled: bar.viewModel.cancelTap()
            onActivated: bar.viewModel.setAside()
        }
        Button {
            visible: text !== ""
            kind: "outline"
            compact: true
            iconName: "arrow-right"
            text: bar.viewModel.nextText
            onPressed: bar.viewModel.beginTap()
            onCanceled: bar.viewModel.cancelTap()
            onActivated: bar.viewModel.goOn()
        }
    }
}
