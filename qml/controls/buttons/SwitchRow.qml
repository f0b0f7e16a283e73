pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// A setting that is on or off; the whole row is the target. On is said by place, fill and word, not by colour alone.
Check {
    id: control

    property string note: ""
    readonly property real unit: Math.min(Theme.textScale, 1.5)

    implicitWidth: Math.ceil(label.implicitWidth) + track.width + Theme.space4
    implicitHeight: Math.max(56, words.implicitHeight + 2 * Theme.space2)
    description: control.note

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.space1
        z: -1
        radius: Theme.radiusControl
        color: control.down ? Theme.surfaceSel : control.hovered ? Theme.surfaceAlt : "transparent"
        Accessible.ignored: true

        FocusRing {
            control: control
            inside: true
        }
    }
    Column {
        id: words
        anchors.left: parent.left
        anchors.right: track.left
        anchors.rightMargin: Theme.space4
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
    Rectangle {
        id: track
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: Math.round(52 * control.unit)
        height: Math.round(32 * control.unit)
        radius: height / 2
        color: control.chosen ? Theme.primary : Theme.surface
        border.width: 2
        border.color: control.chosen ? Theme.primary : Theme.outline
        Accessible.ignored: true

        Rectangle {
            x: control.chosen ? track.width - width - 4 : 4
            y: 4
            width: track.height - 8
            height: width
            radius: height / 2
            color: control.chosen ? Theme.onPrimary : Theme.outline

            Behavior on x {
                NumberAnimation {
                    duration: Theme.motionMove === 0 ? 0 : Theme.motionState
                    easing.type: Easing.OutCubic
                }
            }
            Icon {
                anchors.centerIn: parent
                visible: control.chosen
                iconName: "check"
                size: Math.round(16 * control.unit)
                scaled: false
                color: Theme.primary
            }
        }
    }
}
