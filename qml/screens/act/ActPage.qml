pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// A form on one page, from top to bottom.
PageFrame {
    id: page

    required property ActViewModel viewModel

    title: page.viewModel.title
    recordingText: page.viewModel.recording.text
    recordingReason: page.viewModel.recording.reason
    subtitle: page.viewModel.personText
    backIcon: "x"
    backText: qsTr("Stäng")
    onBack: page.viewModel.close()

    bar: [
        Button {
            visible: page.viewModel.canSave
            text: page.viewModel.saveText
            kind: "primary"
            busy: page.viewModel.isSaving
            onActivated: page.viewModel.save()
        },
        Button {
            visible: page.viewModel.isSaved
            text: qsTr("Läs och signera")
            iconName: "lock"
            kind: "outline"
            onActivated: page.viewModel.openSaved()
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
    Card {
        Layout.fillWidth: true
        visible: page.viewModel.isSaved && page.viewModel.clocks.length > 0
        title: qsTr("På I dag")

        Repeater {
            model: page.viewModel.clocks

            Fact {
                required property string modelData
                Layout.fillWidth: true
                text: modelData
                iconName: "calendar-clock"
            }
        }
    }
    AppText {
        Layout.fillWidth: true
        visible: text !== "" && page.viewModel.canSave
        text: page.viewModel.purpose
        role: "row"
        muted: true
    }
    Fact {
        Layout.fillWidth: true
        visible: text !== ""
        text: page.viewModel.noticeText
        iconName: "info"
    }
    Repeater {
        model: page.viewModel.canSave ? page.viewModel.items : null

        ActItem {
            Layout.fillWidth: true
            viewModel: page.viewModel
        }
    }
    LinkButton {
        visible: page.viewModel.canDiscard
        iconName: "trash-2"
        text: qsTr("Ta bort utkastet")
        onActivated: page.viewModel.discard()
    }
}
