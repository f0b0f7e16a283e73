pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Somebody new: as much as is known now.
PageFrame {
    id: page

    required property NewPersonViewModel viewModel

    title: qsTr("Ny person")
    onBack: page.viewModel.goBack()

    Banner {
        Layout.fillWidth: true
        text: page.viewModel.problem
        tone: "danger"
    }
    UndoRow {
        Layout.fillWidth: true
        iconName: "trash-2"
        text: page.viewModel.undoText
        onActivated: page.viewModel.undo()
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Förnamn")
        text: page.viewModel.givenName
        error: page.viewModel.nameProblem
        maximumLength: 120
        onEdited: text => page.viewModel.setGivenName(text)
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Efternamn")
        text: page.viewModel.familyName
        maximumLength: 120
        onEdited: text => page.viewModel.setFamilyName(text)
    }
    TextField {
        Layout.fillWidth: true
        visible: !page.viewModel.isTemporary
        label: qsTr("Personnummer eller samordningsnummer")
        text: page.viewModel.identity
        help: page.viewModel.identityHelp
        error: page.viewModel.identityProblem
        maximumLength: 32
        onEdited: text => page.viewModel.setIdentity(text)
    }
    LinkButton {
        visible: page.viewModel.canSaveUnconfirmed
        iconName: "circle-help"
        text: qsTr("Spara obekräftat")
        onActivated: page.viewModel.saveUnconfirmed()
    }
    Banner {
        Layout.fillWidth: true
        text: page.viewModel.knownText
        tone: "info"
    }
    LinkButton {
        visible: page.viewModel.knownText !== ""
        iconName: "user-plus"
        text: qsTr("Skapa ändå")
        onActivated: page.viewModel.createAnyway()
    }
    SwitchRow {
        Layout.fillWidth: true
        text: qsTr("Tillfälligt nummer")
        note: qsTr("För den som inte vill eller kan säga vem hen är.")
        chosen: page.viewModel.isTemporary
        onActivated: page.viewModel.toggleTemporary()
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Telefon")
        text: page.viewModel.phone
        inputHints: Qt.ImhDialableCharactersOnly
        maximumLength: 40
        onEdited: text => page.viewModel.setPhone(text)
    }
    SelectRow {
        Layout.fillWidth: true
        title: qsTr("Tolk")
        names: page.viewModel.languages
        currentIndex: page.viewModel.languageIndex
        onChosen: index => page.viewModel.chooseLanguage(index)
    }
    SectionHeading {
        Layout.fillWidth: true
        visible: text !== ""
        text: page.viewModel.similarText
    }
    Repeater {
        model: page.viewModel.similar

        ListRow {
            id: row
            required property int index
            required property string who
            required property string what
            Layout.fillWidth: true
            iconName: "user"
            text: row.who
            secondary: row.what
            divider: row.index > 0
            onActivated: page.viewModel.choose(row.index)
        }
    }
    LinkButton {
        visible: page.viewModel.canDiscard
        iconName: "trash-2"
        text: qsTr("Ta bort utkastet")
        onActivated: page.viewModel.discard()
    }
    bar: [
        Button {
            kind: "primary"
            text: qsTr("Skapa")
            busy: page.viewModel.isSaving
            busyText: qsTr("Sparar …")
            onActivated: page.viewModel.save()
        }
    ]
}
