pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// One step of the guided talk: what to ask, a piece of advice, and the chips that belong to it.
FillColumn {
    id: view

    required property LobContactViewModel viewModel
    readonly property GuidedTalkViewModel guide: view.viewModel.guide
    readonly property TalkViewModel talk: view.viewModel.talk

    signal stepsWanted

    Layout.fillWidth: true
    spacing: Theme.space3

    SectionHeading {
        Layout.fillWidth: true
        text: view.guide.position

        LinkButton {
            iconName: "list"
            text: qsTr("Alla steg")
            onActivated: view.stepsWanted()
        }
    }
    AppText {
        Layout.fillWidth: true
        text: view.guide.title
        role: "question"
        heading: true
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        iconName: "siren"
        text: view.guide.isAboutHealth ? qsTr("Vid akut fara: ring 112") : ""
    }
    Card {
        visible: !view.guide.isWithheld

        Repeater {
            model: view.guide.lines

            AppText {
                required property string modelData

                Layout.fillWidth: true
                text: modelData
                role: "answer"
            }
        }
    }
    AdviceBox {
        Layout.fillWidth: true
        text: view.guide.advice
    }
    Chips {
        visible: view.guide.isWithheld
        title: qsTr("Kan personen prata ostört?")
        choices: view.talk.alone
    }
    Chips {
        visible: view.guide.isAboutChildren && !view.guide.isWithheld
        title: qsTr("Barn hemma eller nära?")
        choices: view.talk.children
    }
    ChildrenAdvice {
        visible: view.guide.isAboutChildren && view.talk.childrenAdvice !== ""
        viewModel: view.viewModel
    }
    Chips {
        visible: view.guide.isAboutClose
        title: qsTr("Någon nära som behöver stöd?")
        choices: view.talk.closePerson
    }
    AdviceBox {
        Layout.fillWidth: true
        visible: view.guide.isAboutClose && text !== ""
        iconName: "info"
        text: view.talk.closeAdvice
    }
    Button {
        visible: view.guide.isAboutSafety && !view.guide.isWithheld
        text: qsTr("Boka ett möte")
        iconName: "calendar-plus"
        kind: "outline"
        onActivated: view.viewModel.bookMeeting()
    }
    Button {
        visible: view.guide.isAboutHabits
        text: qsTr("Erbjud screening")
        iconName: "clipboard-list"
        kind: "outline"
        onActivated: view.viewModel.offerScreening()
    }
    TextArea {
        Layout.fillWidth: true
        visible: view.guide.isAboutNight
        label: qsTr("Kort om samtalet")
        text: view.talk.text
        onEdited: text => view.talk.editText(text)
    }
    TextArea {
        Layout.fillWidth: true
        visible: view.guide.isAboutWish
        label: qsTr("Egen önskan")
        help: qsTr("Med personens egna ord.")
        text: view.talk.ownWish
        onEdited: text => view.talk.editOwnWish(text)
    }
    Chips {
        visible: view.guide.isAboutAgain
        title: qsTr("Får vi höra av oss igen?")
        choices: view.talk.again
    }
    Chips {
        visible: view.guide.isAboutConsent
        title: qsTr("Ja till nästa steg?")
        choices: view.talk.agrees
    }
}
