pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// The end of a matter, and opening it again.
PageFrame {
    id: page

    required property ClosingViewModel viewModel

    title: page.viewModel.isReopening ? qsTr("Avslutat ärende") : qsTr("Avsluta ärendet")
    subtitle: page.viewModel.personText
    onBack: page.viewModel.goBack()
    strip: [
        UndoRow {
            text: page.viewModel.undoRow.text
            onActivated: page.viewModel.undoRow.undo()
        },
        Banner {
            text: page.viewModel.undoRow.problem
        }
    ]
    bar: [
        Button {
            visible: page.viewModel.isClosing || page.viewModel.isReopening
            kind: "primary"
            text: page.viewModel.isReopening ? qsTr("Öppna igen") : qsTr("Avsluta ärendet")
            busy: page.viewModel.isWriting
            busyText: qsTr("Sparar …")
            onActivated: page.viewModel.save()
        }
    ]

    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: page.viewModel.problem
        actionText: qsTr("Stäng")
        onActivated: page.viewModel.dismissProblem()
    }
    Banner {
        Layout.fillWidth: true
        title: page.viewModel.statusTitle
        text: page.viewModel.statusText
        iconName: "folder-open"
    }
    SkeletonRow {
        visible: page.viewModel.isLoading
    }
    Step {
        shown: page.viewModel.isClosing || page.viewModel.isReopening

        ClosingFields {
            Layout.fillWidth: true
            viewModel: page.viewModel
        }
    }
    LinkButton {
        iconName: "user"
        text: qsTr("Öppna personen")
        onActivated: page.viewModel.openPerson()
    }

    TaskSheet {
        task: page.viewModel.task
    }
}
