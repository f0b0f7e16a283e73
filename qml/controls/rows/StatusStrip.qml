pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// One line on the state of sending; opens its page. Gone when there is nothing to say.
Pressable {
    id: control

    property string tone: "offline"
    property string iconName: Theme.palette.icon(control.tone)
    readonly property color ink: Theme.palette.mark(control.tone)

    Layout.fillWidth: true
    visible: control.text !== ""
    implicitWidth: 320
    implicitHeight: Math.max(Theme.target, label.implicitHeight + 2 * Theme.space3)

    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.palette.tint(control.tone)
        border.width: control.down || control.hovered || Theme.contrast ? 2 : 0
        border.color: control.ink

        FocusRing {
            control: control
        }
    }

    Icon {
        id: leading
        x: Theme.space3
        y: Theme.space3 + Math.round((label.lineHeight - height) / 2)
        iconName: control.iconName
        size: 20
        color: control.ink
    }
    AppText {
        id: label
        anchors.left: leading.right
        anchors.right: chevron.left
        anchors.margins: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        text: control.text
        role: "label"
        color: control.ink
        ignored: true
    }
    Icon {
        id: chevron
        anchors.right: parent.right
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        iconName: "chevron-right"
        size: 20
        color: control.ink
    }
}
