pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// One key of Keypad.
Pressable {
    id: control

    property string iconName: ""

    implicitWidth: 72
    implicitHeight: 64

    ControlFace {
        control: control
    }
    Icon {
        anchors.centerIn: parent
        iconName: control.iconName
        color: Theme.text
    }
    AppText {
        anchors.centerIn: parent
        text: control.text
        role: "heading"
        color: control.enabled ? Theme.text : Theme.textDisabled
        ignored: true
    }
}
