pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// Whom to ring, what to say first, and how it went.
FillColumn {
    id: view

    required property LobContactViewModel viewModel
    readonly property LobHeaderViewModel header: view.viewModel.header

    Layout.fillWidth: true
    spacing: Theme.space3

    FillColumn {
        Layout.fillWidth: true
        spacing: Theme.space1

        AppText {
            Layout.fillWidth: true
            text: view.header.personName
            role: "title"
            heading: true
        }
        AppText {
            Layout.fillWidth: true
            text: view.header.custodyText
            muted: true
        }
    }
    AttemptDots {
        Layout.fillWidth: true
        visible: view.header.attemptText !== ""
        done: view.header.attemptsDone
        count: view.header.attemptCount
        text: view.header.attemptText
        note: view.header.lastText
    }
    Fact {
        Layout.fillWidth: true
        iconName: "languages"
        text: view.header.interpreterText
    }
    Fact {
        Layout.fillWidth: true
        iconName: "users"
        text: view.header.flagText
    }
    Banner {
        Layout.fillWidth: true
        text: view.header.stateText
    }
    DangerSign {
        danger: view.viewModel.danger
        offers: false
    }
    Repeater {
        model: view.viewModel.numbers

        PhoneRow {
            id: phone

            required property int index
            required number
            required note
            required noteIcon
            required secondary

            main: phone.index === 0
            canCall: view.viewModel.canCall
            onActivated: view.viewModel.dial(phone.index)
        }
    }
    Button {
        visible: view.viewModel.mayText
        text: qsTr("Skicka sms")
        iconName: "message-square-text"
        kind: "outline"
        compact: true
        onActivated: view.viewModel.startText()
    }
    Fact {
        Layout.fillWidth: true
        iconName: "ban"
        text: view.viewModel.noTextReason
    }
    AppText {
        Layout.fillWidth: true
        visible: !view.viewModel.canCall && view.header.noNumberText === ""
        text: qsTr("Den här enheten kan inte ringa. Slå numret på telefonen.")
        role: "meta"
        muted: true
    }
    Banner {
        Layout.fillWidth: true
        iconName: "phone-off"
        text: view.header.noNumberText
    }
    SectionHeading {
        Layout.fillWidth: true
        level: "heading"
        text: qsTr("Vem talar jag med?")

        AppText {
            text: view.viewModel.startedText
            role: "meta"
            muted: true
        }
    }
    AdviceBox {
        Layout.fillWidth: true
        text: view.viewModel.callerAdvice
    }
    OutcomeList {
        choices: view.viewModel.callers
    }
    SectionHeading {
        Layout.fillWidth: true
        level: "heading"
        text: qsTr("Hur gick det annars?")
    }
    OutcomeList {
        choices: view.viewModel.outcomes
    }
    LinkButton {
        visible: !view.viewModel.showsMore
        iconName: "ellipsis"
        text: qsTr("Fler …")
        onActivated: view.viewModel.showMore()
    }
    OutcomeList {
        visible: view.viewModel.showsMore
        choices: view.viewModel.moreOutcomes
    }
    DangerSign {
        danger: view.viewModel.danger
        tells: false
    }
    Card {
        visible: view.header.letterText !== ""
        title: qsTr("Brev")

        AppText {
            Layout.fillWidth: true
            text: view.header.letterText
        }
        Button {
            visible: view.header.canAskForLetter
            text: qsTr("Be om brevet")
            iconName: "mail"
            kind: "outline"
            compact: true
            onActivated: view.viewModel.askForLetter()
        }
        UndoRow {
            Layout.fillWidth: true
            iconName: "mail-check"
            text: view.viewModel.letterUndoText
            onActivated: view.viewModel.undoLetter()
        }
        LinkButton {
            iconName: "mail"
            text: qsTr("Öppna brevet")
            onActivated: view.viewModel.openLetter()
        }
    }
    Card {
        visible: view.header.closingText !== ""
        title: qsTr("Avsluta")

        AppText {
            Layout.fillWidth: true
            text: view.header.closingText
        }
        Button {
            visible: view.header.canClose
            text: qsTr("Avsluta utan kontakt")
            kind: "outline"
            compact: true
            onActivated: view.viewModel.startClosing()
        }
    }
    Banner {
        Layout.fillWidth: true
        tone: "default"
        text: view.header.repeatText
    }
    AppText {
        Layout.fillWidth: true
        text: view.header.askingText
        role: "meta"
        muted: true
    }
}
