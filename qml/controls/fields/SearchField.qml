pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Faltakt.Controls

/// A search line. Its label is its name and stands inside while it is empty; the count below is for the Announcer too.
FillColumn {
    id: root

    required property string label
    property alias text: owned.text
    readonly property OwnedText ownedText: OwnedText {
        id: owned
    }
    property string countText: ""

    signal edited(string text)
    signal accepted
    signal cleared

    onActiveFocusChanged: root.passFocus()

    function passFocus() {
        if (root.activeFocus)
            root.focusField();
    }
    function focusField() {
        input.forceActiveFocus(Qt.TabFocusReason);
    }
    function clear() {
        input.clear();
        root.edited("");
        root.cleared();
        root.focusField();
    }

    Layout.fillWidth: true
    spacing: 6

    T.TextField {
        id: input
        Layout.fillWidth: true
        implicitHeight: Math.max(Theme.target, contentHeight + 2 * Theme.space3, clearButton.implicitHeight)
        leftPadding: glass.x + glass.width + 10
        rightPadding: input.length > 0 ? clearButton.width + Theme.space1 : 14
        verticalAlignment: TextInput.AlignVCenter
        text: root.text
        enabled: root.enabled
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
        font.family: Theme.fontFamily
        font.pixelSize: 17 * Theme.textScale
        color: Theme.text
        selectionColor: Theme.primary
        selectedTextColor: Theme.onPrimary
        selectByMouse: true
        background: FieldPlane {
            focused: input.activeFocus
        }
        Accessible.role: Accessible.EditableText
        Accessible.name: root.label
        Accessible.description: root.countText
        Accessible.searchEdit: true
        onTextEdited: root.edited(input.text)
        onAccepted: root.accepted()

        Icon {
            id: glass
            x: 14
            anchors.verticalCenter: parent.verticalCenter
            iconName: "search"
            size: 20
            color: Theme.textMuted
        }
        AppText {
            x: input.leftPadding
            width: parent.width - x - 14
            anchors.verticalCenter: parent.verticalCenter
            visible: input.length === 0 && input.preeditText === ""
            text: root.label
            muted: true
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            ignored: true
        }
        IconButton {
            id: clearButton
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: input.length > 0
            iconName: "x"
            text: qsTr("Töm sökrutan")
            onActivated: root.clear()
        }
    }
    AppText {
        Layout.fillWidth: true
        text: root.countText
        role: "meta"
        muted: true
    }
}
