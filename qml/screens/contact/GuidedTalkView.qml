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

    Layout.fillWidth: true
    spacing: Theme.space3

    SectionHeading {
        Layout.fillWidth: true
        text: view.guide.position

        LinkButton {
            iconName: "list"
            text: qsTr("Alla steg")
            onActivated: steps.open()
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
    Repeater {
        model: view.guide.lines

        Fact {
            required property string modelData

            Layout.fillWidth: true
            iconName: "message-circle"
            text: modelData
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
        visible: view.guide.isAboutChildren && text !== ""
        viewModel: view.viewModel
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
        visible: view.guide.isAboutOffer
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

    BottomSheet {
        id: steps
        title: qsTr("Stegen i samtalet")

        Repeater {
            model: view.guide.titles

            ListRow {
                id: row

                required property string modelData
                required property int index

                Layout.fillWidth: true
                text: row.modelData
                chosen: row.index === view.guide.index
                divider: row.index > 0
                position: row.index + 1
                count: view.guide.count
                onActivated: view.pick(row.index)
            }
        }
    }

    function pick(index: int) {
        steps.close();
        view.guide.goTo(index);
    }
}
