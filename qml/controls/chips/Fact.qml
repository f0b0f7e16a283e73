pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// A small icon and a few words, without a plane: "Två personer", "Aldrig röstbrevlåda".
Item {
    id: fact

    required property string text
    property string iconName: ""
    property bool strong: false
    property bool muted: !fact.strong
    property color color: fact.muted ? Theme.textMuted : Theme.text
    readonly property real iconRoom: fact.iconName !== "" ? icon.width + 6 : 0

    visible: fact.text !== ""
    implicitWidth: Math.ceil(label.implicitWidth) + fact.iconRoom
    implicitHeight: Math.max(24, label.implicitHeight)
    Accessible.role: Accessible.StaticText
    Accessible.name: fact.text

    Icon {
        id: icon
        y: label.y + Math.round((label.lineHeight - height) / 2)
        iconName: fact.iconName
        size: 18
        color: fact.color
    }
    AppText {
        id: label
        x: fact.iconRoom
        width: parent.width - fact.iconRoom
        anchors.verticalCenter: parent.verticalCenter
        text: fact.text
        role: "label"
        color: fact.color
        ignored: true
    }
}
