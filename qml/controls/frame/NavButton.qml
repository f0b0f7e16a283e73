pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// One place in the bar or the rail: icon in a pill, word below, perhaps a number.
Pressable {
    id: control

    required property string iconName
    property string badge: ""
    property bool chosen: false
    /// The lower form, for a rail that has little height.
    property bool low: false
    readonly property real gap: control.low ? 0 : Theme.space1
    readonly property real edge: control.low ? Theme.space1 : Theme.space2

    accessibleName: control.badge === "" ? control.text : qsTr("%1, %2").arg(control.text).arg(control.badge)
    implicitWidth: Math.max(72, Math.ceil(label.implicitWidth) + Theme.space2)
    implicitHeight: Math.max(control.low ? Theme.target : 64, pill.height + label.implicitHeight + control.gap + 2 * control.edge)
    description: control.chosen ? qsTr("vald") : ""

    Rectangle {
        anchors.fill: parent
        anchors.margins: 2
        radius: Theme.radiusControl
        color: "transparent"

        FocusRing {
            control: control
            inside: true
        }
    }
    Rectangle {
        id: pill
        anchors.horizontalCenter: parent.horizontalCenter
        y: control.edge
        width: Math.max(56, icon.width + Theme.space5)
        height: icon.height + (control.low ? 4 : 8)
        radius: height / 2
        color: control.chosen || control.down ? Theme.surfaceSel : control.hovered ? Theme.surfaceAlt : "transparent"
        border.width: Theme.contrast && control.chosen ? 2 : 0
        border.color: Theme.primary

        Icon {
            id: icon
            anchors.centerIn: parent
            iconName: control.iconName
            color: control.chosen ? Theme.primary : Theme.textMuted
        }
        Rectangle {
            visible: control.badge !== ""
            x: parent.width / 2 + 6
            y: -2
            width: Math.max(20, badgeText.implicitWidth + 8)
            height: 20
            radius: 10
            color: Theme.palette.mark("offline")

            AppText {
                id: badgeText
                anchors.centerIn: parent
                text: control.badge
                role: "nav"
                font.pixelSize: 13
                lineHeight: 17
                color: Theme.onSemantic
                ignored: true
            }
        }
    }
    AppText {
        id: label
        anchors.horizontalCenter: parent.horizontalCenter
        y: pill.y + pill.height + control.gap
        text: control.text
        role: "nav"
        color: control.chosen ? Theme.primary : Theme.textMuted
        ignored: true
    }
}
