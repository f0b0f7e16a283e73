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

    spacing: Theme.space4

    AppText {
        Layout.fillWidth: true
        text: end.viewModel.doneText
        role: "question"
        heading: true
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
        visible: !end.declined
        kind: "primary"
        text: qsTr("Klar, visa resultatet")
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
