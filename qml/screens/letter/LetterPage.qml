pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// One letter: how far it has come, what it says, and what is done with it.
PageFrame {
    id: page

    required property LetterViewModel viewModel

    title: qsTr("Brev")
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
            visible: text !== ""
            kind: "primary"
            text: page.viewModel.askText
            busy: page.viewModel.isWriting
            busyText: qsTr("Sparar …")
            onActivated: page.viewModel.ask()
        },
        Button {
            visible: page.viewModel.isReady && page.viewModel.step !== LetterViewModel.None
            kind: "primary"
            text: qsTr("Spara")
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
    SkeletonRow {
        visible: page.viewModel.isLoading
    }
    StateChip {
        visible: text !== ""
        text: page.viewModel.stateText
        tone: page.viewModel.stateTone
        iconName: "mail"
    }
    Card {
        Layout.fillWidth: true
        visible: page.viewModel.reasons.length > 0
        title: qsTr("Det här talar mot brevet")

        Repeater {
            model: page.viewModel.reasons

            Fact {
                required property string modelData
                Layout.fillWidth: true
                text: modelData
                iconName: "circle-alert"
            }
        }
    }
    AppText {
        Layout.fillWidth: true
        text: page.viewModel.nextText
    }
    Step {
        shown: page.viewModel.isReady

        LetterActions {
            Layout.fillWidth: true
            viewModel: page.viewModel
        }
    }
    Card {
        Layout.fillWidth: true
        visible: page.viewModel.preview.length > 0
        title: qsTr("Så ser brevet ut")

        AppText {
            Layout.fillWidth: true
            text: page.viewModel.languageText
            muted: true
        }
        Repeater {
            model: page.viewModel.preview

            AppText {
                required property string modelData
                Layout.fillWidth: true
                text: modelData
            }
        }
    }
    LinkButton {
        visible: !page.viewModel.isLoading
        iconName: "phone"
        text: qsTr("Öppna uppföljningen")
        onActivated: page.viewModel.openFollowUp()
    }
    LinkButton {
        visible: !page.viewModel.isLoading
        iconName: "user"
        text: qsTr("Öppna personen")
        onActivated: page.viewModel.openPerson()
    }

    FileOfferSheet {
        title: qsTr("Brevet som fil")
        offer: page.viewModel.offer
        agreeText: qsTr("Jag skriver ut filen och tar sedan bort den")
        doneNote: qsTr("Skriv ut, och säg sedan här att brevet är skickat.")
    }
}
