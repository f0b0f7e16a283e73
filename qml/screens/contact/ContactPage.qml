pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// A contact of any kind: who, how, what came of it, when.
PageFrame {
    id: page

    required property ContactViewModel viewModel

    title: qsTr("Kontakt")
    recordingText: page.viewModel.recording.text
    recordingReason: page.viewModel.recording.reason
    backIcon: "x"
    backText: qsTr("Stäng")
    onBack: page.viewModel.close()

    bar: [
        Button {
            visible: page.viewModel.hasPerson
            text: qsTr("Boka nästa")
            iconName: "calendar-plus"
            kind: "outline"
            onActivated: page.viewModel.booking.open()
        },
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
    UndoRow {
        Layout.fillWidth: true
        iconName: "calendar-check"
        text: page.viewModel.booking.bookedText
        onActivated: page.viewModel.booking.undo()
    }
    Step {
        shown: page.viewModel.isSaved

        ContactSavedView {
            viewModel: page.viewModel
        }
    }
    Step {
        shown: page.viewModel.isChoosing && !page.viewModel.isSaved

        PersonChooserView {
            chooser: page.viewModel.people
        }
    }
    Step {
        shown: !page.viewModel.isLoading && !page.viewModel.isChoosing && !page.viewModel.isSaved

        ContactFields {
            viewModel: page.viewModel
        }
    }
    BookingSheet {
        booking: page.viewModel.booking
    }
}
