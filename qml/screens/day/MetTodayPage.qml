pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// "Träffat i dag": tick, one line or none, save.
PageFrame {
    id: page

    required property MetTodayViewModel viewModel

    title: qsTr("Träffat i dag")
    recordingText: page.viewModel.recording.text
    recordingReason: page.viewModel.recording.reason
    backIcon: "x"
    backText: qsTr("Stäng")
    onBack: page.viewModel.close()

    bar: [
        Button {
            visible: !page.viewModel.isSaved
            text: page.viewModel.saveText
            kind: "primary"
            busy: page.viewModel.isSaving
            onActivated: page.viewModel.save()
        },
        Button {
            visible: page.viewModel.isSaved
            text: qsTr("Klar")
            kind: "primary"
            onActivated: page.viewModel.close()
        }
    ]

    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: page.viewModel.problem
        actionText: qsTr("Stäng")
        onActivated: page.viewModel.dismissProblem()
    }
    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        text: page.viewModel.savedText
        role: "heading"
        heading: true
    }
    UndoRow {
        Layout.fillWidth: true
        iconName: "smartphone"
        text: page.viewModel.undoText
        onActivated: page.viewModel.undo()
    }
    LinkButton {
        visible: page.viewModel.isSaved
        iconName: "qr-code"
        text: qsTr("Ge kontaktkort")
        onActivated: page.viewModel.giveCard()
    }
    Step {
        shown: !page.viewModel.isLoading && !page.viewModel.isSaved

        MetTodayFields {
            viewModel: page.viewModel
        }
    }
}
