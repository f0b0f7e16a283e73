pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// One attempt after a police report: the call, the crib of the talk, the guided talk, and what was saved.
PageFrame {
    id: page

    required property LobContactViewModel viewModel
    readonly property int step: page.viewModel.step

    title: page.viewModel.title
    recordingText: page.viewModel.recording.text
    recordingReason: page.viewModel.recording.reason
    subtitle: page.step === LobContactViewModel.Guide ? page.viewModel.header.personName : ""
    onBack: page.viewModel.stepBack()
    onStepChanged: page.scrollToTop()

    actions: IconButton {
        visible: page.step === LobContactViewModel.Talk || page.step === LobContactViewModel.Guide
        text: qsTr("Dölj nu")
        description: qsTr("Någon kom in: låser och visar en sida som vem som helst får se")
        iconName: "eye-off"
        onActivated: page.viewModel.hideNow()
    }

    bar: [
        Button {
            visible: page.step === LobContactViewModel.Call
            enabled: page.viewModel.header.hasReport
            text: qsTr("Visa rapporten")
            iconName: "file-text"
            kind: "quiet"
            compact: true
            onActivated: page.viewModel.showReport()
        },
        Button {
            visible: page.step === LobContactViewModel.Call
            text: qsTr("Notera")
            iconName: "pen-line"
            kind: "quiet"
            compact: true
            onActivated: page.viewModel.writeNote()
        },
        Button {
            visible: page.step === LobContactViewModel.Ask || page.step === LobContactViewModel.Other
            text: qsTr("Spara")
            kind: "primary"
            busy: page.viewModel.isSaving
            busyText: qsTr("Sparar …")
            onActivated: page.viewModel.mainAction()
        },
        Button {
            visible: page.step === LobContactViewModel.Text
            text: qsTr("Notera som skickat")
            kind: "primary"
            busy: page.viewModel.isSaving
            busyText: qsTr("Sparar …")
            onActivated: page.viewModel.saveText()
        },
        Button {
            visible: page.step === LobContactViewModel.Later
            text: qsTr("Boka")
            kind: "primary"
            busy: page.viewModel.isSaving
            busyText: qsTr("Sparar …")
            onActivated: page.viewModel.saveLater()
        },
        Button {
            visible: page.step === LobContactViewModel.Guide
            enabled: !page.viewModel.guide.isFirst
            text: qsTr("Föregående")
            kind: "outline"
            onActivated: page.viewModel.guide.previous()
        },
        Button {
            visible: page.step === LobContactViewModel.Guide && !page.viewModel.guide.isLast
            text: qsTr("Nästa")
            kind: "primary"
            onActivated: page.viewModel.guide.next()
        },
        Button {
            visible: page.step === LobContactViewModel.Guide && page.viewModel.guide.isLast
            text: qsTr("Till samtalet")
            kind: "primary"
            onActivated: page.viewModel.stepBack()
        },
        Button {
            visible: page.step === LobContactViewModel.Talk
            text: qsTr("Avsluta och spara")
            kind: "primary"
            busy: page.viewModel.isSaving
            busyText: qsTr("Sparar …")
            onActivated: page.viewModel.finish()
        },
        Button {
            visible: page.step === LobContactViewModel.Close
            text: qsTr("Avsluta")
            kind: "primary"
            busy: page.viewModel.isSaving
            busyText: qsTr("Sparar …")
            onActivated: page.viewModel.closeFollowUp()
        },
        Button {
            visible: page.step === LobContactViewModel.Done && page.viewModel.hasNext
            text: qsTr("Nästa i listan")
            kind: "outline"
            onActivated: page.viewModel.openNext()
        },
        Button {
            visible: page.step === LobContactViewModel.Done
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
    Step {
        shown: page.step === LobContactViewModel.Call

        LobCallView {
            viewModel: page.viewModel
        }
    }
    Step {
        shown: page.step === LobContactViewModel.Unsure

        LobUnsureView {
            viewModel: page.viewModel
        }
    }
    Step {
        shown: page.step === LobContactViewModel.Other

        LobOtherView {
            viewModel: page.viewModel
        }
    }
    Step {
        shown: page.step === LobContactViewModel.Text

        LobTextView {
            viewModel: page.viewModel
        }
    }
    Step {
        shown: page.step === LobContactViewModel.Ask

        LobAskView {
            viewModel: page.viewModel
        }
    }
    Step {
        shown: page.step === LobContactViewModel.Later

        LobLaterView {
            viewModel: page.viewModel
        }
    }
    Step {
        shown: page.step === LobContactViewModel.Talk

        TalkView {
            viewModel: page.viewModel
        }
    }
    Step {
        shown: page.step === LobContactViewModel.Guide

        GuidedTalkView {
            viewModel: page.viewModel
            onStepsWanted: steps.open()
        }
    }
    GuidedTalkSteps {
        id: steps
        guide: page.viewModel.guide
    }
    Step {
        shown: page.step === LobContactViewModel.Close

        LobCloseView {
            viewModel: page.viewModel
        }
    }
    Step {
        shown: page.step === LobContactViewModel.Done

        LobDoneView {
            viewModel: page.viewModel
        }
    }
}
