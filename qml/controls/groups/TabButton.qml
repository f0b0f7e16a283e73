pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// One tab of Tabs: chosen has a bar below, the primary colour, and says so. Qt 6.4 keeps an AbstractButton's role.
Pressable {
    id: control

    property bool chosen: false
    property int position: 0
    property int count: 0

    function step(forward: bool) {
        const next = control.nextItemInFocusChain(forward);
        next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    description: Speech.joined([control.chosen ? qsTr("vald") : "", qsTr("%1 av %2").arg(control.position).arg(control.count)])
    implicitWidth: Math.max(Theme.target, Math.ceil(label.implicitWidth) + 2 * Theme.space3)
    implicitHeight: Math.max(56, label.implicitHeight + 2 * Theme.space4)
    Keys.onLeftPressed: control.step(false)
    Keys.onRightPressed: control.step(true)

    background: Rectangle {
        color: control.down ? Theme.surfaceSel : control.hovered ? Theme.surfaceAlt : "transparent"
        radius: Theme.radiusChip

        Rectangle {
            visible: control.chosen
            anchors.bottom: parent.bottom
            width: parent.width
            height: 3
            color: Theme.primary
        }
        FocusRing {
            control: control
            inside: true
            controlRadius: Theme.radiusChip
        }
    }

    AppText {
        id: label
        anchors.centerIn: parent
        text: control.text
        role: "label"
        color: control.chosen ? Theme.primary : Theme.textMuted
        ignored: true
    }
}
