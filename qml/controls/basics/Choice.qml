pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Faltakt.Controls

/// One of several, of which at most one is chosen. Built on RadioButton, the only base that readers take for one. What
/// is chosen belongs to the caller: a tap only says activated(), and `checked` follows `chosen` again at once, so that
/// an answer is never shown that was not stored.
T.RadioButton {
    id: control

    property bool chosen: false
    property string description: ""
    property string accessibleName: control.text

    signal activated

    function act() {
        if (control.enabled)
            control.activated();
    }
    function take() {
        control.checked = Qt.binding(() => control.chosen);
        control.act();
    }
    /// Arrows move the focus; choosing is another act (WCAG 3.2.2).
    function step(forward: bool) {
        const next = control.nextItemInFocusChain(forward);
        next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    autoExclusive: false
    checked: control.chosen
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: control.accessibleName
    // Qt 6.4 does not tell readers that an item is disabled.
    Accessible.description: control.enabled ? control.description : Speech.joined([qsTr("inte tillgänglig"), control.description])
    Accessible.checkable: true
    Accessible.checked: control.chosen
    Accessible.focusable: true
    Accessible.onPressAction: control.act()
    Accessible.onToggleAction: control.act()
    Keys.onReturnPressed: control.act()
    Keys.onEnterPressed: control.act()
    Keys.onUpPressed: control.step(false)
    Keys.onDownPressed: control.step(true)
    onClicked: control.take()
}
