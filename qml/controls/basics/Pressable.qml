pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Faltakt.Controls

/// What every acting control is made of: pointer, key and a reader's press go through act(), which does nothing while
/// the control is not enabled. The stock controls' accessible press does nothing on Qt 6.4.
T.AbstractButton {
    id: control

    /// What readers hear after the name.
    property string description: ""
    /// Begins with the visible words.
    property string accessibleName: control.text

    signal activated

    function act() {
        if (control.enabled)
            control.activated();
    }

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: control.accessibleName
    // Qt 6.4 does not tell readers that an item is disabled.
    Accessible.description: control.enabled ? control.description : Speech.joined([qsTr("inte tillgänglig"), control.description])
    Accessible.focusable: true
    Accessible.onPressAction: control.act()
    Keys.onReturnPressed: control.act()
    Keys.onEnterPressed: control.act()
    onClicked: control.act()
}
