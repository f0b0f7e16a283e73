pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// A text message that names neither unit nor reason: written here, sent by the phone's own app, noted as an attempt.
FillColumn {
    id: view

    required property LobContactViewModel viewModel
    readonly property TextMessageViewModel textMessage: view.viewModel.textMessage

    Layout.fillWidth: true
    spacing: Theme.space4

    AppText {
        Layout.fillWidth: true
        text: view.viewModel.header.personName
        role: "heading"
        heading: true
    }
    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        text: view.textMessage.numberText
        muted: true
    }
    Chips {
        title: qsTr("Vilket meddelande?")
        choices: view.textMessage.templates
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Numret som personen kan svara på")
        text: view.textMessage.ownNumber
        inputHints: Qt.ImhDialableCharactersOnly
        onEdited: text => view.textMessage.editOwnNumber(text)
    }
    TextArea {
        Layout.fillWidth: true
        label: qsTr("Meddelandet")
        help: qsTr("Nämn varken enheten, LOB eller skälet.")
        minimumLines: 3
        text: view.textMessage.message
        onEdited: text => view.textMessage.editMessage(text)
    }
    Fact {
        Layout.fillWidth: true
        iconName: "circle-alert"
        color: Theme.palette.mark("danger")
        text: view.textMessage.missing
    }
    Button {
        visible: view.viewModel.canText
        text: qsTr("Öppna sms-appen")
        iconName: "message-square-text"
        kind: "outline"
        onActivated: view.viewModel.openTextApp()
    }
    AppText {
        Layout.fillWidth: true
        text: view.viewModel.canText ? qsTr("Fältakt skickar inget själv. Notera när meddelandet har gått.") : qsTr("Den här enheten kan inte skicka sms. Skriv det på telefonen, och notera när det har gått.")
        role: "meta"
        muted: true
    }
}
