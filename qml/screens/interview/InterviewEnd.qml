pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// After the last question: the result waits for a press, so that nobody sees it unasked.
FillColumn {
    id: end

    required property InterviewViewModel viewModel
    readonly property bool declined: end.viewModel.stage === InterviewViewModel.Declined
    readonly property bool waits: end.viewModel.stage === InterviewViewModel.Waiting

    spacing: Theme.space4

    function enter() {
        said.takeFocus();
    }

    FocusHeading {
        id: said
        Layout.fillWidth: true
        text: end.viewModel.doneText
        role: "question"
    }
    Banner {
        text: end.viewModel.problem
        tone: "danger"
    }
    RowLayout {
        Layout.fillWidth: true
        visible: !end.declined && end.viewModel.previousText !== ""
        spacing: Theme.space3

        AppText {
            Layout.fillWidth: true
            text: end.viewModel.previousText
            role: "row"
        }
        LinkButton {
            iconName: "undo-2"
            text: qsTr("Ändra")
            accessibleName: qsTr("Ändra, %1").arg(end.viewModel.previousText)
            onActivated: end.viewModel.changePrevious()
        }
    }
    UndoRow {
        text: end.declined ? qsTr("Sparat här") : ""
        onActivated: end.viewModel.undoDecline()
    }
    Button {
        Layout.fillWidth: true
        visible: end.viewModel.hasSkipped
        kind: "outline"
        text: qsTr("Fråga det som saknas")
        onActivated: end.viewModel.askSkipped()
    }
    Button {
        Layout.fillWidth: true
        visible: end.waits
        kind: "primary"
        text: qsTr("Skattningar efter samtalet")
        onActivated: end.viewModel.startRatings()
    }
    Button {
        Layout.fillWidth: true
        visible: end.waits
        kind: "outline"
        text: qsTr("Gör dem senare")
        onActivated: end.viewModel.pause()
    }
    Button {
        Layout.fillWidth: true
        visible: !end.declined
        kind: end.waits ? "quiet" : "primary"
        text: end.waits ? qsTr("Visa svaren hittills") : end.viewModel.finishText
        onActivated: end.viewModel.showResult()
    }
    Button {
        Layout.fillWidth: true
        visible: end.declined
        kind: "primary"
        text: qsTr("Klar")
        onActivated: end.viewModel.pause()
    }
}
