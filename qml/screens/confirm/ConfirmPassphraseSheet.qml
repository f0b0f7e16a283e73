pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Asks for the passphrase again before an act that needs the worker's own hand. Opens and closes as its view model says.
BottomSheet {
    id: sheet

    required property ConfirmViewModel confirm

    title: sheet.confirm.title
    visible: sheet.confirm.isOpen
    onOpened: field.focusField()
    onClosed: sheet.end()

    function end() {
        secret.clear();
        sheet.confirm.cancel();
    }

    AppText {
        Layout.fillWidth: true
        text: sheet.confirm.text
    }
    SecretInput {
        id: secret
    }
    SecretField {
        id: field
        Layout.fillWidth: true
        label: qsTr("PIN-kod eller lösenfras")
        count: secret.length
        error: sheet.confirm.problem
        onTyped: characters => secret.append(characters)
        onErased: secret.erase()
        onAccepted: sheet.confirm.confirm(secret)
    }
    actions: [
        Button {
            kind: "primary"
            text: sheet.confirm.title
            busy: sheet.confirm.isBusy
            busyText: qsTr("Kontrollerar …")
            onActivated: sheet.confirm.confirm(secret)
        },
        Button {
            text: qsTr("Avbryt")
            onActivated: sheet.close()
        }
    ]
}
