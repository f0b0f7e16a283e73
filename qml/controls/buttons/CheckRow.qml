pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// A check box with its words; the whole row is the target.
Check {
    id: control

    property string note: ""

    implicitWidth: mark.width + Theme.space3 + Math.ceil(label.implicitWidth)
    implicitHeight: Math.max(Theme.target, words.implicitHeight + 2 * Theme.space2)
    description: control.note

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: -Theme.space1
        anchors.rightMargin: -Theme.space1
        z: -1
        radius: Theme.radiusControl
        color: control.down ? Theme.surfaceSel : control.hovered ? Theme.surfaceAlt : "transparent"
        Accessible.ignored: true

        FocusRing {
            control: control
            inside: true
        }
    }
    CheckMark {
        id: mark
        anchors.verticalCenter: parent.verticalCenter
        chosen: control.chosen
    }
    Column {
        id: words
        anchors.left: mark.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter

        AppText {
            id: label
            width: parent.width
            text: control.text
            role: "body"
            color: control.enabled ? Theme.text : Theme.textDisabled
            ignored: true
        }
        AppText {
            width: parent.width
            text: control.note
            role: "meta"
            muted: true
            ignored: true
        }
    }
}
