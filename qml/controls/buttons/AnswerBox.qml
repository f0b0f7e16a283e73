pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// One of several answers that may all be chosen: looks like an answer, has a tick.
Check {
    id: control

    property int position: 0
    property int count: 0

    accessibleName: control.count > 0 ? qsTr("%1, %2 av %3").arg(control.text).arg(control.position).arg(control.count) : control.text
    implicitWidth: Math.ceil(label.implicitWidth) + mark.width + Theme.space3 + 2 * Theme.space4
    implicitHeight: Math.max(60, label.implicitHeight + 2 * Theme.space3)

    ControlFace {
        control: control
        chosen: control.chosen
    }
    CheckMark {
        id: mark
        x: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        chosen: control.chosen
    }
    AppText {
        id: label
        anchors.left: mark.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.space3
        anchors.rightMargin: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        text: control.text
        role: "answer"
        color: control.enabled ? Theme.text : Theme.textDisabled
        ignored: true
    }
}
