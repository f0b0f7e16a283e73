pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// Asking a colleague to take over a matter, and answering.
PageFrame {
    id: page

    required property TakeoverViewModel viewModel

    title: qsTr("Lämna över")
    subtitle: page.viewModel.personText
    onBack: page.viewModel.goBack()

    Banner {
        Layout.fillWidth: true
        text: page.viewModel.problem
        tone: "danger"
    }
    Banner {
        Layout.fillWidth: true
        title: page.viewModel.statusTitle
        text: page.viewModel.statusText
        iconName: "users"
    }
    Step {
        shown: page.viewModel.isAsking

        TakeoverFields {
            Layout.fillWidth: true
            viewModel: page.viewModel
        }
    }
    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        text: page.viewModel.askedText
    }
    Card {
        Layout.fillWidth: true
        visible: steps.count > 0

        SectionHeading {
            Layout.fillWidth: true
            text: qsTr("Öppet i ärendet")
        }
        Repeater {
            id: steps
            model: page.viewModel.openSteps

            Fact {
                required property string modelData
                Layout.fillWidth: true
                text: modelData
                iconName: "list-checks"
            }
        }
    }
    TextArea {
        Layout.fillWidth: true
        visible: page.viewModel.isAnswering
        label: qsTr("Om du inte kan: varför (valfritt)")
        text: page.viewModel.reason
        onEdited: text => page.viewModel.setReason(text)
    }
    LinkButton {
        iconName: "user"
        text: qsTr("Öppna personen")
        onActivated: page.viewModel.openPerson()
    }
    bar: [
        Button {
            visible: page.viewModel.isAsking
            kind: "primary"
            text: qsTr("Fråga")
            busy: page.viewModel.isWriting
            busyText: qsTr("Sparar …")
            onActivated: page.viewModel.ask()
        },
        Button {
            visible: page.viewModel.isAnswering
            kind: "primary"
            iconName: "check"
            text: qsTr("Ta över")
            busy: page.viewModel.isWriting
            busyText: qsTr("Sparar …")
            onActivated: page.viewModel.takeOver()
        },
        Button {
            visible: page.viewModel.isAnswering
            text: qsTr("Kan inte")
            onActivated: page.viewModel.decline()
        },
        Button {
            visible: page.viewModel.isWaiting
            text: qsTr("Ta tillbaka frågan")
            onActivated: page.viewModel.withdraw()
        },
        Button {
            visible: page.viewModel.isTaken
            kind: "primary"
            iconName: "check"
            text: qsTr("Jag har läst det")
            busy: page.viewModel.isWriting
            busyText: qsTr("Sparar …")
            onActivated: page.viewModel.confirmTaken()
        },
        Button {
            visible: page.viewModel.isDeclined
            kind: "primary"
            text: qsTr("Fråga någon annan")
            onActivated: page.viewModel.askSomebodyElse()
        }
    ]
}
