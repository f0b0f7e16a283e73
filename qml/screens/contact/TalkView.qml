pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// The crib: chips for what usually comes up. Only how the talk ended is required.
FillColumn {
    id: view

    required property LobContactViewModel viewModel
    readonly property TalkViewModel talk: view.viewModel.talk

    Layout.fillWidth: true
    spacing: Theme.space4

    AppText {
        Layout.fillWidth: true
        text: view.viewModel.header.personName
        role: "heading"
        heading: true
    }
    Chips {
        title: qsTr("Kan personen prata ostört?")
        choices: view.talk.alone
    }
    FlowRow {
        Layout.fillWidth: true

        Button {
            text: view.viewModel.guide.startText
            iconName: "list-checks"
            kind: "outline"
            compact: true
            onActivated: view.viewModel.startGuide()
        }
        Button {
            text: qsTr("Erbjud screening")
            iconName: "clipboard-list"
            kind: "outline"
            compact: true
            onActivated: view.viewModel.offerScreening()
        }
    }
    TextArea {
        Layout.fillWidth: true
        label: qsTr("Egen önskan")
        help: qsTr("Med personens egna ord.")
        minimumLines: 1
        text: view.talk.ownWish
        onEdited: text => view.talk.editOwnWish(text)
    }
    Chips {
        title: qsTr("Någon nära som behöver stöd?")
        choices: view.talk.closePerson
    }
    AdviceBox {
        Layout.fillWidth: true
        visible: text !== ""
        iconName: "info"
        text: view.talk.closeAdvice
    }
    Chips {
        title: qsTr("Barn hemma eller nära?")
        choices: view.talk.children
    }
    ChildrenAdvice {
        viewModel: view.viewModel
    }
    DangerSign {
        danger: view.viewModel.danger
    }
    Chips {
        title: qsTr("Kort rådgivning?")
        choices: view.talk.advice
    }
    Chips {
        title: qsTr("Hur slutade samtalet?")
        error: view.talk.missing
        choices: view.talk.results
    }
    LinkButton {
        visible: !view.talk.showsAllResults
        iconName: "ellipsis"
        text: qsTr("Fler …")
        accessibleName: qsTr("Fler …, hur samtalet slutade")
        onActivated: view.talk.showAllResults()
    }
    Chips {
        visible: view.talk.asksNext
        title: view.talk.nextText
        choices: view.talk.next
    }
    MomentFields {
        visible: view.talk.picksMoment
        picker: view.talk.moment
    }
    Chips {
        title: qsTr("Får vi höra av oss igen?")
        choices: view.talk.again
    }
    Chips {
        visible: view.talk.asksAgainWhen
        title: qsTr("När får vi höra av oss?")
        choices: view.talk.againWhen
    }
    Chips {
        title: qsTr("Ja till nästa steg?")
        choices: view.talk.agrees
    }
    TextArea {
        Layout.fillWidth: true
        label: qsTr("Kort om samtalet")
        minimumLines: 2
        text: view.talk.text
        onEdited: text => view.talk.editText(text)
    }
    AppText {
        Layout.fillWidth: true
        text: view.viewModel.header.askingText
        role: "meta"
        muted: true
    }
}
