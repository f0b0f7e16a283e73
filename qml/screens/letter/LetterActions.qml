pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// What is done with a letter that may go: print it, say that it went, keep it back.
FillColumn {
    id: actions

    required property LetterViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space4

    Card {
        Layout.fillWidth: true
        visible: actions.viewModel.asksUnit || actions.viewModel.asksNumber
        title: qsTr("Det här saknas i kommunens profil")

        TextField {
            Layout.fillWidth: true
            visible: actions.viewModel.asksUnit
            label: qsTr("Enhet som brevet kommer från")
            text: actions.viewModel.unit
            maximumLength: 120
            onEdited: text => actions.viewModel.setUnit(text)
        }
        TextField {
            Layout.fillWidth: true
            visible: actions.viewModel.asksNumber
            label: qsTr("Nummer att ringa")
            text: actions.viewModel.number
            maximumLength: 40
            inputHints: Qt.ImhDialableCharactersOnly
            onEdited: text => actions.viewModel.setNumber(text)
        }
        Fact {
            Layout.fillWidth: true
            text: actions.viewModel.senderProblem
            iconName: "circle-alert"
            color: Theme.palette.mark("danger")
        }
    }
    FlowRow {
        Layout.fillWidth: true
        visible: actions.viewModel.step === LetterViewModel.None

        Button {
            iconName: "download"
            kind: "outline"
            text: qsTr("Spara som PDF")
            onActivated: actions.viewModel.saveFile()
        }
        Button {
            iconName: "mail-check"
            kind: "outline"
            text: qsTr("Brevet är skickat")
            onActivated: actions.viewModel.startSent()
        }
        Button {
            iconName: "pause"
            kind: "outline"
            text: qsTr("Vänta med brevet")
            onActivated: actions.viewModel.startHold()
        }
    }
    Card {
        Layout.fillWidth: true
        visible: actions.viewModel.step !== LetterViewModel.None
        title: actions.viewModel.step === LetterViewModel.Hold ? qsTr("Vänta med brevet") : qsTr("Brevet är skickat")

        RadioList {
            Layout.fillWidth: true
            title: actions.viewModel.step === LetterViewModel.Hold ? qsTr("Varför ska det vänta?") : qsTr("Hur gick det?")
            names: actions.viewModel.choices
            currentIndex: actions.viewModel.choiceIndex
            error: actions.viewModel.choiceProblem
            onChosen: index => actions.viewModel.choose(index)
        }
        ChipGroup {
            Layout.fillWidth: true
            visible: actions.viewModel.step === LetterViewModel.Sent
            title: qsTr("Vilken dag?")
            names: actions.viewModel.days
            currentIndex: actions.viewModel.dayIndex
            onChosen: index => actions.viewModel.chooseDay(index)
        }
        TextArea {
            Layout.fillWidth: true
            visible: actions.viewModel.step === LetterViewModel.Hold
            label: qsTr("Mer om varför (frivilligt)")
            text: actions.viewModel.reason
            onEdited: text => actions.viewModel.setReason(text)
        }
        LinkButton {
            iconName: "x"
            text: qsTr("Avbryt")
            onActivated: actions.viewModel.stopStep()
        }
    }
}
