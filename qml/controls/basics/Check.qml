pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Faltakt.Controls

/// On or off, or any of several. As with Choice, the caller owns `chosen` and a tap only says activated().
T.CheckBox {
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

    implicitWidth: Theme.target
    implicitHeight: Theme.target
    checked: control.chosen
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
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
    onClicked: control.take()
}
