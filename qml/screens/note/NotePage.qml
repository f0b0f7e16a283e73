pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// A note: the cursor stands in "Vad hände?" at once.
PageFrame {
    id: page

    required property NoteViewModel viewModel

    title: page.viewModel.title
    recordingText: page.viewModel.recording.text
    recordingReason: page.viewModel.recording.reason
    backIcon: "x"
    backText: qsTr("Stäng")
    onBack: page.viewModel.close()

    bar: [
        Button {
            visible: !page.viewModel.isSaved && !page.viewModel.isChoosing
            text: page.viewModel.saveText
            kind: "primary"
            busy: page.viewModel.isSaving
            onActivated: page.viewModel.save()
        },
        Button {
            visible: page.viewModel.isChoosing
            text: qsTr("Tillbaka till texten")
            kind: "outline"
            onActivated: page.viewModel.stopChoosing()
        },
        Button {
            visible: page.viewModel.isSaved && !page.viewModel.isSigned
            text: qsTr("Signera och lås")
            iconName: "lock"
            kind: "outline"
            onActivated: page.viewModel.sign()
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
        iconName: page.viewModel.isSaved ? "smartphone" : "trash-2"
        text: page.viewModel.undoText
        onActivated: page.viewModel.undo()
    }
    Step {
        shown: page.viewModel.isChoosing && !page.viewModel.isSaved

        PersonChooserView {
            chooser: page.viewModel.people
        }
    }
    NoteFields {
        visible: !page.viewModel.isChoosing && !page.viewModel.isSaved
        viewModel: page.viewModel
    }
}
