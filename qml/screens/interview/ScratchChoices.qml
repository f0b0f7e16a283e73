pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// What becomes of a screening without a person: tied to somebody, or thrown away.
Card {
    id: card

    required property ScratchResultViewModel viewModel
    readonly property bool isOpen: card.viewModel.discardText === ""

    title: qsTr("Vad ska hända med svaren?")

    AppText {
        Layout.fillWidth: true
        visible: card.isOpen && text !== ""
        text: card.viewModel.keptText
        role: "row"
        muted: true
    }
    Button {
        Layout.fillWidth: true
        visible: card.isOpen && !card.viewModel.choosesPerson
        kind: "primary"
        iconName: "user-check"
        text: qsTr("Koppla till person")
        onActivated: card.viewModel.choosePerson()
    }
    Button {
        Layout.fillWidth: true
        visible: card.isOpen && !card.viewModel.choosesPerson
        iconName: "user-plus"
        text: qsTr("Skapa person")
        onActivated: card.viewModel.createPerson()
    }
    PersonChooserView {
        visible: card.isOpen && card.viewModel.choosesPerson
        chooser: card.viewModel.people
    }
    Button {
        Layout.fillWidth: true
        visible: card.isOpen && card.viewModel.choosesPerson
        kind: "quiet"
        text: qsTr("Avbryt")
        onActivated: card.viewModel.cancelPerson()
    }
    Button {
        Layout.fillWidth: true
        visible: card.isOpen
        iconName: "trash-2"
        text: qsTr("Kasta utan spår")
        description: qsTr("Bara ett antal sparas.")
        onActivated: card.viewModel.discard()
    }
    UndoRow {
        text: card.viewModel.discardText
        iconName: "trash-2"
        onActivated: card.viewModel.undoDiscard()
    }
    Button {
        Layout.fillWidth: true
        visible: !card.isOpen
        kind: "primary"
        text: qsTr("Klar")
        onActivated: card.viewModel.stepBack()
    }
}
