pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// A rule chip that opens "Varför?": the chip in a 48 px target.
Pressable {
    id: control

    property string tone: "default"
    property string iconName: ""

    visible: control.text !== ""
    implicitWidth: face.implicitWidth
    implicitHeight: Math.max(Theme.target, face.implicitHeight + 2 * Theme.space2)

    ChipFace {
        id: face
        width: parent.width
        anchors.verticalCenter: parent.verticalCenter
        text: control.text
        tone: control.tone
        iconName: control.iconName

        FocusRing {
            control: control
            controlRadius: Theme.radiusChip
        }
    }
}
