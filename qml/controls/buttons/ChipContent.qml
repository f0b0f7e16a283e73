pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Faltakt.Controls

/// What a choice chip shows, whether one or many may be chosen. The tick takes the icon's place when chosen.
Item {
    id: content

    required property T.AbstractButton control
    required property string text
    property string iconName: ""
    property bool chosen: false
    readonly property string shownIcon: content.chosen ? "check" : content.iconName
    readonly property real iconRoom: content.shownIcon === "" ? 0 : icon.width + Theme.space2

    implicitWidth: Math.max(Theme.target, Math.ceil(measure.implicitWidth) + content.iconRoom + 2 * 14)
    implicitHeight: Math.max(Theme.target, label.implicitHeight + 2 * Theme.space2)

    ControlFace {
        control: content.control
        chosen: content.chosen
    }
    Row {
        anchors.centerIn: parent
        spacing: Theme.space2

        Icon {
            id: icon
            anchors.verticalCenter: parent.verticalCenter
            iconName: content.shownIcon
            size: 20
            color: Theme.primary
        }
        AppText {
            id: label
            width: Math.min(Math.ceil(measure.implicitWidth), content.width - content.iconRoom - 2 * 14)
            text: content.text
            role: "label"
            color: !content.control.enabled ? Theme.textDisabled : content.chosen ? Theme.primary : Theme.text
            ignored: true
        }
    }
    // Measured beside itself, for its own width follows from the chip's.
    AppText {
        id: measure
        visible: false
        text: content.text
        role: "label"
        ignored: true
    }
}
