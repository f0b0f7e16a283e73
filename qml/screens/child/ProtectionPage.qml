pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// One act about children or protection, line by line.
PageFrame {
    id: page

    required property ProtectionViewModel viewModel

    title: page.viewModel.title
    recordingText: page.viewModel.recording.text
    recordingReason: page.viewModel.recording.reason
    subtitle: page.viewModel.who
    backIcon: "x"
    backText: qsTr("Stäng")
    onBack: page.viewModel.close()
    actions: [
        IconButton {
            visible: page.viewModel.hidesQuickly
            iconName: "eye-off"
            text: qsTr("Dölj nu")
            description: qsTr("Någon kom in: låser och visar en sida som vem som helst får se")
            onActivated: page.viewModel.hideNow()
        }
    ]

    bar: [
        Button {
            visible: page.viewModel.isVeiled
            text: qsTr("Öppna samtalet")
            kind: "primary"
            onActivated: page.viewModel.reveal()
        },
        Button {
            visible: !page.viewModel.isSaved && !page.viewModel.isVeiled
            text: page.viewModel.saveText
            kind: "primary"
            busy: page.viewModel.isSaving
            onActivated: page.viewModel.save()
        },
        Button {
            visible: page.viewModel.nextText !== ""
            text: page.viewModel.nextText
            iconName: "phone"
            kind: "outline"
            onActivated: page.viewModel.goOn()
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
    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        text: page.viewModel.aboutText
        role: "heading"
        heading: true
    }
    AppText {
        Layout.fillWidth: true
        visible: page.viewModel.isVeiled
        text: qsTr("Öppna bara när ni är ensamma och ingen annan kan läsa eller höra.")
    }
    SkeletonRow {
        visible: page.viewModel.isLoading
    }
    Repeater {
        model: page.viewModel.items

        ProtectionItemView {
            viewModel: page.viewModel
        }
    }
    AppText {
        Layout.fillWidth: true
        visible: !page.viewModel.isSaved && !page.viewModel.isVeiled
        text: qsTr("Det du svarar sparas här medan du skriver och ligger kvar på I dag. Inget skickas av sig självt till någon.")
        role: "meta"
        muted: true
    }
    LinkButton {
        visible: page.viewModel.canMisfile
        iconName: "user-x"
        text: qsTr("Förd på fel person")
        onActivated: page.viewModel.openMisfiled()
    }
    LinkButton {
        visible: !page.viewModel.isSaved && !page.viewModel.isVeiled
        iconName: "trash-2"
        text: qsTr("Ta bort utkastet")
        onActivated: page.viewModel.discard()
    }
}
