pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// The worker's initials in a ring; opens the profile.
Pressable {
    id: control

    required property string initials

    implicitWidth: Theme.target
    implicitHeight: Theme.target

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
        anchors.centerIn: parent
        text: control.initials
        font.pixelSize: 15
        lineHeight: 20
        role: "label"
        color: Theme.primary
        ignored: true
    }
}
