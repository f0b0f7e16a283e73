pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Where a PIN or a passphrase is given: a field that shows dots only, and keys on the screen for digits. What was typed
/// stays in the memory of SecretInput, which is wiped.
FillColumn {
    id: entry

    required property string label
    property string help: ""
    property string error: ""
    /// Digits are enough here: the keys are shown at once.
    property bool takesPin: false
    property bool padShown: entry.takesPin
    readonly property SecretInput secret: input

    signal submitted

    function focusField() {
        field.focusField();
    }
    function showPad(shown: bool) {
        entry.padShown = shown;
        field.focusField();
    }

    spacing: Theme.space3

    SecretInput {
        id: input
    }
    SecretField {
        id: field
        Layout.fillWidth: true
        label: entry.label
        help: entry.help
        error: entry.error
        count: input.length
        digitsOnly: entry.padShown
        focus: true
        onTyped: characters => input.append(characters)
        onErased: input.erase()
        onAccepted: entry.submitted()
    }
    Keypad {
        Layout.alignment: Qt.AlignHCenter
        visible: entry.padShown
        onDigit: character => input.append(character)
        onErase: input.erase()
        onLetters: entry.showPad(false)
    }
    LinkButton {
        visible: !entry.padShown && entry.takesPin
        iconName: "hash"
        text: qsTr("Visa sifferknappar")
        onActivated: entry.showPad(true)
    }
}
