pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Faltakt.Controls

/// Several lines: grows from 3 to 12, then scrolls. Tab leaves it. The caller owns `text` as in TextField.
FieldFrame {
    id: root

    property alias text: owned.text
    readonly property OwnedText ownedText: OwnedText {
        id: owned
    }
    property int minimumLines: 3
    property int maximumLines: 12
    property bool readOnly: false
    property string accessibleName: root.label
    readonly property real line: 25 * Theme.textScale
    readonly property alias editing: input.activeFocus
    readonly property alias cursorPosition: input.cursorPosition

    signal edited(string text)

    onActiveFocusChanged: root.passFocus()

    function passFocus() {
        if (root.activeFocus)
            root.focusField();
    }
    function focusField() {
        input.forceActiveFocus(Qt.TabFocusReason);
    }
    function placeCursor(position: int) {
        input.cursorPosition = Math.min(position, input.length);
    }
    function step(forward: bool) {
        const next = input.nextItemInFocusChain(forward);
        next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }
    function report() {
        if (input.text !== root.text)
            root.edited(input.text);
    }

    Flickable {
        id: scroller
        Layout.fillWidth: true
        implicitHeight: Math.min(root.maximumLines * root.line, Math.max(root.minimumLines * root.line, input.contentHeight)) + 2 * Theme.space3
        contentWidth: width
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollMark {
            visible: input.contentHeight > root.maximumLines * root.line
        }
        T.TextArea.flickable: T.TextArea {
            id: input
            leftPadding: 14
            rightPadding: 14
            topPadding: Theme.space3
            bottomPadding: Theme.space3
            text: root.text
            enabled: root.enabled
            readOnly: root.readOnly
            wrapMode: TextEdit.Wrap
            // What is written here is nothing for a keyboard to learn.
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
            textFormat: TextEdit.PlainText
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
            Accessible.multiLine: true
            Keys.priority: Keys.BeforeItem
            Keys.onTabPressed: root.step(true)
            Keys.onBacktabPressed: root.step(false)
            onTextChanged: root.report()
        }
    }
}
