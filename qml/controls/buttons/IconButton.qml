pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Faltakt.Controls

/// An icon that acts: search, filter, hide names, back, help, and the call square of a row. `text` is its name and its
/// tooltip. Icons without words are for those few alone.
Pressable {
    id: control

    required property string iconName
    /// The primary square of a row.
    property bool filled: false
    /// Drawn as switched on; readers hear it from `description`.
    property bool marked: false
    /// Of the icon, which grows with the text.
    readonly property real iconSide: Math.round(24 * Theme.textScale)
    readonly property color ink: !control.enabled ? Theme.textDisabled : control.filled ? Theme.onPrimary : control.marked ? Theme.primary : Theme.text

    implicitWidth: Math.max(Theme.target, control.iconSide + Theme.space2)
    implicitHeight: Math.max(Theme.target, control.iconSide + Theme.space2)
    padding: 0

    background: Rectangle {
        radius: Theme.radiusControl
        color: control.filled ? (control.enabled ? (control.down ? Theme.primaryPressed : Theme.primary) : Theme.surfaceAlt) : control.down || control.marked ? Theme.surfaceSel : control.hovered ? Theme.surfaceAlt : "transparent"
        border.width: Theme.contrast && (control.filled || control.marked) ? Theme.penControl : 0
        border.color: Theme.outline

        FocusRing {
            control: control
        }
    }

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            iconName: control.iconName
            color: control.ink
        }
    }

    T.ToolTip {
        id: tip
        visible: (control.hovered || control.visualFocus) && control.text !== "" && !control.down
        delay: 500
        y: control.height + Theme.space2
        x: (control.width - width) / 2
        margins: Theme.space2
        padding: Theme.space2
        implicitWidth: contentItem.implicitWidth + 2 * padding
        implicitHeight: contentItem.implicitHeight + 2 * padding
        contentItem: AppText {
            text: control.text
            role: "meta"
            ignored: true
        }
        background: Rectangle {
            color: Theme.surface
            border.width: 2
            border.color: Theme.outline
            radius: Theme.radiusChip
        }
    }
}
