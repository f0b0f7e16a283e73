pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Changes the passphrase; unfolds when it is asked for.
FillColumn {
    id: card

    required property PassphraseChange change

    function order() {
        card.change.change(current, next, again);
    }
    function wipe() {
        current.clear();
        next.clear();
        again.clear();
    }

    Layout.fillWidth: true
    spacing: Theme.space3

    Fact {
        Layout.fillWidth: true
        text: card.change.doneText
        iconName: "check"
        strong: true
    }
    LinkButton {
        visible: !card.change.isOpen
        iconName: "key-round"
        text: qsTr("Byt lösenfras")
        onActivated: card.change.open()
    }
    SecretInput {
        id: current
    }
    SecretInput {
        id: next
    }
    SecretInput {
        id: again
    }
    SecretField {
        Layout.fillWidth: true
        visible: card.change.isOpen
        label: qsTr("Lösenfras nu")
        count: current.length
        error: card.change.oldProblem
        onTyped: characters => current.append(characters)
        onErased: current.erase()
    }
    SecretField {
        Layout.fillWidth: true
        visible: card.change.isOpen
        label: qsTr("Ny lösenfras")
        help: card.change.rule
        count: next.length
        error: card.change.newProblem
        onTyped: characters => next.append(characters)
        onErased: next.erase()
    }
    SecretField {
        Layout.fillWidth: true
        visible: card.change.isOpen
        label: qsTr("Ny lösenfras en gång till")
        count: again.length
        error: card.change.againProblem
        onTyped: characters => again.append(characters)
        onErased: again.erase()
        onAccepted: card.order()
    }
    FlowRow {
        Layout.fillWidth: true
        visible: card.change.isOpen

        Button {
            text: qsTr("Byt lösenfras")
            busy: card.change.isBusy
            busyText: qsTr("Byter …")
            onActivated: card.order()
        }
        Button {
            kind: "quiet"
            text: qsTr("Avbryt")
            onActivated: card.change.close()
        }
    }

    Connections {
        target: card.change
        function onWiped() {
            card.wipe();
        }
    }
}
