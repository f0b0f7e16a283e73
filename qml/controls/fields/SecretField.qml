pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Faltakt.Controls

/// Takes a PIN or passphrase without ever holding it: each character typed or pasted leaves at once with typed() and
/// the line is emptied; the dots only know how many there are.
FieldFrame {
    id: root

    /// Characters that the caller has so far.
    required property int count
    property bool digitsOnly: false
    readonly property alias editing: input.activeFocus

    signal typed(string characters)
    signal erased
    signal accepted

    onActiveFocusChanged: root.passFocus()

    function passFocus() {
        if (root.activeFocus)
            root.focusField();
    }
    function focusField() {
        input.forceActiveFocus(Qt.TabFocusReason);
    }
    function hand(characters: string) {
        input.clear();
        root.typed(characters);
    }
    function strike(event: KeyEvent) {
        event.accepted = event.key === Qt.Key_Backspace;
        if (event.accepted)
            root.erased();
    }

    T.TextField {
        id: input
        Layout.fillWidth: true
        implicitHeight: Math.max(56, 2 * Theme.space3 + 32)
        padding: 14
        enabled: root.enabled
        echoMode: TextInput.NoEcho
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | Qt.ImhHiddenText | (root.digitsOnly ? Qt.ImhDigitsOnly : Qt.ImhNone)
        background: FieldPlane {
            focused: input.activeFocus
            hasError: root.error !== ""
        }
        Accessible.role: Accessible.EditableText
        Accessible.name: root.label
        Accessible.description: root.error === "" ? qsTr("%n tecken skrivna", "", root.count) : root.error
        Accessible.passwordEdit: true
        Keys.onPressed: event => root.strike(event)
        onTextEdited: root.hand(input.text)
        onAccepted: root.accepted()

        SecretDots {
            anchors.left: parent.left
            anchors.leftMargin: 14
            anchors.verticalCenter: parent.verticalCenter
            count: root.count
        }
    }
}
