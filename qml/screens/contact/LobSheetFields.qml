pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// The fields of a police sheet; the first and the time are wanted.
FillColumn {
    id: fields

    required property LobSheetViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space4

    AppText {
        Layout.fillWidth: true
        text: qsTr("Bladets nummer och tiden behövs. Resten får vara tomt och fylls i när polisens fil läses in.")
        role: "meta"
        muted: true
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("Står det på bladet att uppgifterna är skyddade: skriv inte in det. Lämna det till kontoret.")
        role: "meta"
        muted: true
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Bladets nummer")
        text: fields.viewModel.sheetNumber
        error: fields.viewModel.numberProblem
        maximumLength: 60
        onEdited: text => fields.viewModel.editSheetNumber(text)
    }
    Chips {
        title: qsTr("Vad är det för uppgift?")
        choices: fields.viewModel.sources
    }
    SectionHeading {
        Layout.fillWidth: true
        text: qsTr("När var omhändertagandet?")
    }
    MomentFields {
        picker: fields.viewModel.moment
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Förnamn")
        text: fields.viewModel.givenName
        maximumLength: 120
        onEdited: text => fields.viewModel.editGivenName(text)
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Efternamn")
        text: fields.viewModel.familyName
        maximumLength: 120
        onEdited: text => fields.viewModel.editFamilyName(text)
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Personnummer eller samordningsnummer")
        help: qsTr("Tomt om polisen inte vet vem det är.")
        text: fields.viewModel.identity
        error: fields.viewModel.identityProblem
        maximumLength: 32
        onEdited: text => fields.viewModel.editIdentity(text)
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Telefon")
        text: fields.viewModel.phone
        inputHints: Qt.ImhDialableCharactersOnly
        maximumLength: 40
        onEdited: text => fields.viewModel.editPhone(text)
    }
    Fact {
        Layout.fillWidth: true
        iconName: "info"
        text: fields.viewModel.namelessText
    }
    Chips {
        title: qsTr("Barn med, eller hemma?")
        choices: fields.viewModel.children
    }
    Chips {
        title: qsTr("Tecken på fara?")
        choices: fields.viewModel.dangerSign
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("Till exempel svår skada eller förgiftning, tankar på att inte vilja leva, eller fara för någon annan.")
        role: "meta"
        muted: true
    }
    Chips {
        title: qsTr("Undersökt av läkare?")
        choices: fields.viewModel.medicalCheck
    }
    LinkButton {
        visible: !fields.viewModel.showsViolence
        iconName: "eye"
        text: qsTr("Våld eller hot på bladet")
        onActivated: fields.viewModel.showViolence()
    }
    Chips {
        visible: fields.viewModel.showsViolence
        title: qsTr("Våld eller hot?")
        choices: fields.viewModel.violent
    }
    Chips {
        title: qsTr("När kom bladet in?")
        choices: fields.viewModel.cameIn
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("Tiderna för att höra av sig räknas härifrån.")
        role: "meta"
        muted: true
    }
    MomentFields {
        visible: fields.viewModel.asksReceived
        picker: fields.viewModel.received
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: fields.viewModel.receivedProblem
    }
    LinkButton {
        visible: fields.viewModel.canDiscard
        iconName: "trash-2"
        text: qsTr("Ta bort utkastet")
        onActivated: fields.viewModel.discard()
    }
}
