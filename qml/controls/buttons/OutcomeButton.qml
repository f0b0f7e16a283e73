pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// How something went, as one big row: icon, words, perhaps a note.
Pressable {
    id: control

    required property string iconName
    property string note: ""
    property bool chosen: false

    accessibleName: control.note === "" ? control.text : qsTr("%1, %2").arg(control.text).arg(control.note)
    description: control.chosen ? qsTr("vald") : ""
    implicitWidth: 64 + Math.ceil(Math.max(label.implicitWidth, remark.implicitWidth)) + Theme.space4
    implicitHeight: Math.max(60, words.implicitHeight + 2 * Theme.space3)

    ControlFace {
        control: control
        chosen: control.chosen
    }
    Icon {
        id: icon
        x: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        iconName: control.chosen ? "check" : control.iconName
        size: 22
        color: control.enabled ? Theme.primary : Theme.textDisabled
    }
    Column {
        id: words
        anchors.left: icon.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space4
        anchors.verticalCenter: parent.verticalCenter

        AppText {
            id: label
            width: parent.width
            text: control.text
            role: "answer"
            color: control.enabled ? Theme.text : Theme.textDisabled
            ignored: true
        }
        AppText {
            id: remark
            width: parent.width
            text: control.note
            role: "meta"
            muted: true
            ignored: true
        }
    }
}
