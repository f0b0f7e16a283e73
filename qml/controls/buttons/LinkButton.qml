pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// A quiet act among text: "Ändra", "Visa mer". Its words start where the text starts; the target is still 48 px.
Pressable {
    id: control

    property string iconName: ""
    readonly property color ink: !control.enabled ? Theme.textDisabled : control.down ? Theme.primaryPressed : Theme.primary
    readonly property real iconRoom: control.iconName !== "" ? icon.width + Theme.space2 : 0

    implicitWidth: Math.max(Theme.target, Math.ceil(label.implicitWidth) + control.iconRoom)
    implicitHeight: Math.max(Theme.target, label.implicitHeight + 2 * Theme.space2)

    background: Rectangle {
        anchors.fill: parent
        anchors.leftMargin: -Theme.space2
        anchors.rightMargin: -Theme.space2
        radius: Theme.radiusControl
        color: control.down ? Theme.surfaceSel : control.hovered ? Theme.surfaceAlt : "transparent"

        FocusRing {
            control: control
            inside: true
        }
    }

    Icon {
        id: icon
        anchors.verticalCenter: parent.verticalCenter
        iconName: control.iconName
        size: 20
        color: control.ink
    }
    AppText {
        id: label
        x: control.iconRoom
        width: parent.width - control.iconRoom
        anchors.verticalCenter: parent.verticalCenter
        text: control.text
        role: "strong"
        color: control.ink
        ignored: true
    }
}
