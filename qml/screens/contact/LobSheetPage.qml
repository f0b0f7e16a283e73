pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// A police sheet that came on paper; two of its fields are wanted.
PageFrame {
    id: page

    required property LobSheetViewModel viewModel

    title: qsTr("LOB-blad")
    recordingText: page.viewModel.recording.text
    recordingReason: page.viewModel.recording.reason
    onBack: page.viewModel.goBack()

    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: page.viewModel.problem
        actionText: qsTr("Stäng")
        onActivated: page.viewModel.dismissProblem()
    }
    Banner {
        Layout.fillWidth: true
        tone: "warning"
        iconName: "info"
        text: page.viewModel.hint
        actionText: page.viewModel.canOpenFile ? qsTr("Öppna akten") : ""
        onActivated: page.viewModel.openFile()
    }
    Step {
        shown: page.viewModel.isSaved

        FillColumn {
            Layout.fillWidth: true
            spacing: Theme.space3

            AppText {
                Layout.fillWidth: true
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
                visible: page.viewModel.undoText !== ""
                iconName: "user"
                text: qsTr("Öppna akten")
                onActivated: page.viewModel.openFile()
            }
        }
    }
    Step {
        shown: !page.viewModel.isLoading && !page.viewModel.isSaved

        LobSheetFields {
            viewModel: page.viewModel
        }
    }

    bar: [
        Button {
            visible: page.viewModel.isSaved
            kind: "primary"
            text: qsTr("Klar")
            onActivated: page.viewModel.close()
        },
        Button {
            visible: !page.viewModel.isSaved
            kind: "primary"
            text: qsTr("Spara")
            busy: page.viewModel.isSaving
            busyText: qsTr("Sparar …")
            onActivated: page.viewModel.save()
        }
    ]
}
