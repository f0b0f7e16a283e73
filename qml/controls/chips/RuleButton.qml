pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// A rule chip that opens "Varför?": the chip in a 48 px target.
Pressable {
    id: control

    property string tone: "default"
    property string iconName: ""
    /// Among the chips of a row: as high as they are, with a target that reaches over its surroundings.
    property bool dense: false

    visible: control.text !== ""
    implicitWidth: face.implicitWidth
    implicitHeight: control.dense ? face.implicitHeight : Math.max(Theme.target, face.implicitHeight + 2 * Theme.space2)
    containmentMask: reach

    Item {
        id: reach
        anchors.centerIn: parent
        width: parent.width
        height: Math.max(parent.height, Theme.target)
        Accessible.ignored: true
    }
    ChipFace {
        id: face
        width: parent.width
        anchors.verticalCenter: parent.verticalCenter
        text: control.text
        tone: control.tone
        quiet: control.dense && control.tone === "default"
        iconName: control.iconName

        FocusRing {
            control: control
            controlRadius: Theme.radiusChip
        }
    }
}
