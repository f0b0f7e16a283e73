pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// The worker's initials in a ring; opens the profile.
Pressable {
    id: control

    required property string initials

    readonly property real side: Math.max(Theme.target, Math.ceil(initialsText.implicitWidth) + Theme.space5)

    implicitWidth: control.side
    implicitHeight: control.side

    background: Rectangle {
        anchors.fill: parent
        anchors.margins: 4
        radius: width / 2
        color: control.down ? Theme.surfaceSel : control.hovered ? Theme.surfaceAlt : "transparent"
        border.width: 2
        border.color: Theme.primary

        FocusRing {
            control: control
            controlRadius: parent.radius
        }
    }

    AppText {
        id: initialsText
        anchors.centerIn: parent
        text: control.initials
        role: "label"
        color: Theme.primary
        ignored: true
    }
}
