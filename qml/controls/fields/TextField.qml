pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Faltakt.Controls

/// One line of text with label, help and error. `edited` only speaks of what the user typed; the caller owns `text`, and
/// what it sets is what stands here, also where it sets the same again.
FieldFrame {
    id: root

    property alias text: owned.text
    readonly property OwnedText ownedText: OwnedText {
        id: owned
    }
    property string unit: ""
    property int inputHints: Qt.ImhNone
    property alias maximumLength: input.maximumLength
    property bool readOnly: false
    property string accessibleName: root.label
    readonly property alias editing: input.activeFocus

    signal edited(string text)
    signal accepted

    onActiveFocusChanged: root.passFocus()

    function passFocus() {
        if (root.activeFocus)
            root.focusField();
    }
    function focusField() {
        input.forceActiveFocus(Qt.TabFocusReason);
    }

    T.TextField {
        id: input
        Layout.fillWidth: true
        implicitHeight: Math.max(56, contentHeight + 2 * Theme.space3)
        leftPadding: 14
        rightPadding: 14 + (root.unit !== "" ? unitText.width + Theme.space2 : 0)
        verticalAlignment: TextInput.AlignVCenter
        text: root.text
        enabled: root.enabled
        readOnly: root.readOnly
        // What is written here is nothing for a keyboard to learn.
        inputMethodHints: root.inputHints | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
        font.family: Theme.fontFamily
        font.pixelSize: 17 * Theme.textScale
        color: root.enabled ? Theme.text : Theme.textDisabled
        selectionColor: Theme.primary
        selectedTextColor: Theme.onPrimary
        selectByMouse: true
        background: FieldPlane {
            focused: input.activeFocus
            hasError: root.error !== ""
        }
        Accessible.role: Accessible.EditableText
        Accessible.name: root.accessibleName
        Accessible.description: root.error === "" ? root.help : root.error
        onTextEdited: root.edited(input.text)
        onAccepted: root.accepted()

        AppText {
            id: unitText
            anchors.right: parent.right
            anchors.rightMargin: 14
            anchors.verticalCenter: parent.verticalCenter
            text: root.unit
            role: "body"
            muted: true
            ignored: true
        }
    }
}
