pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Which card: one of the municipality's contacts, or the worker's own number.
FillColumn {
    id: view

    required property ContactCardViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space3

    AppText {
        Layout.fillWidth: true
        text: qsTr("Kortet fyller skärmen. Vänd den mot personen. Inget sparas om att du gav det.")
        role: "meta"
        muted: true
    }
    Repeater {
        model: view.viewModel.contacts

        OutcomeButton {
            id: contact

            required property string key
            required property string secondary
            required text

            Layout.fillWidth: true
            iconName: "qr-code"
            note: contact.secondary
            onActivated: view.viewModel.choose(contact.key)
        }
    }
    EmptyState {
        Layout.fillWidth: true
        visible: text !== ""
        iconName: "phone-off"
        text: view.viewModel.emptyText
    }
    SectionHeading {
        Layout.fillWidth: true
        text: qsTr("Ditt eget nummer")
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Numret som personen kan nå dig på")
        text: view.viewModel.ownNumber
        error: view.viewModel.missing
        inputHints: Qt.ImhDialableCharactersOnly
        maximumLength: 30
        onEdited: text => view.viewModel.editOwnNumber(text)
        onAccepted: view.viewModel.chooseOwn()
    }
    Button {
        Layout.fillWidth: true
        kind: "outline"
        iconName: "qr-code"
        text: qsTr("Ge mitt nummer")
        onActivated: view.viewModel.chooseOwn()
    }
    SwitchRow {
        Layout.fillWidth: true
        visible: view.viewModel.nameChoiceText !== ""
        text: view.viewModel.nameChoiceText
        chosen: view.viewModel.namesWorker
        onActivated: view.viewModel.setNamesWorker(!view.viewModel.namesWorker)
    }
}
