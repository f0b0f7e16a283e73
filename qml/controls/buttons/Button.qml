pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// A labelled button: one primary on a page, the others outline or quiet; danger only for what destroys or for 112.
/// While busy its label changes, its width does not, and it takes no press.
Pressable {
    id: control

    /// "primary", "outline", "quiet" or "danger".
    property string kind: "outline"
    property string iconName: ""
    property bool busy: false
    property string busyText: qsTr("Arbetar …")
    /// The 48 px form for bars.
    property bool compact: false
    readonly property bool filled: control.kind === "primary" || control.kind === "danger"
    readonly property color ground: control.kind === "danger" ? Theme.palette.mark("danger") : control.down ? Theme.primaryPressed : Theme.primary
    readonly property color ink: !control.enabled ? Theme.textDisabled : !control.filled ? Theme.primary : control.kind === "danger" ? Theme.onSemantic : Theme.onPrimary
    readonly property real iconRoom: control.iconName !== "" ? icon.width + Theme.space2 : 0

    function act() {
        if (control.enabled && !control.busy)
            control.activated();
    }

    implicitWidth: Math.max(Theme.target, control.iconRoom + Math.ceil(Math.max(rest.implicitWidth, working.implicitWidth)) + leftPadding + rightPadding)
    implicitHeight: Math.max(control.compact ? Theme.target : 56, label.implicitHeight + 2 * verticalPadding)
    horizontalPadding: control.compact || control.kind === "quiet" ? Theme.space3 : 20
    verticalPadding: Theme.space2
    accessibleName: label.text

    background: Rectangle {
        radius: Theme.radiusControl
        color: control.filled ? (control.enabled ? control.ground : Theme.surfaceAlt) : control.down ? Theme.surfaceSel : control.hovered ? Theme.surfaceAlt : control.kind === "quiet" ? "transparent" : Theme.surface
        border.width: control.kind === "quiet" ? 0 : Theme.penControl
        border.color: !control.filled || !control.enabled ? Theme.outline : control.down || control.hovered ? control.ink : control.ground

        FocusRing {
            control: control
        }
    }

    Row {
        anchors.centerIn: parent
        spacing: Theme.space2

        Icon {
            id: icon
            anchors.verticalCenter: parent.verticalCenter
            iconName: control.iconName
            size: 22
            color: control.ink
        }
        AppText {
            id: label
            width: Math.min(Math.ceil(control.busy ? working.implicitWidth : rest.implicitWidth), control.availableWidth - control.iconRoom)
            text: control.busy ? control.busyText : control.text
            role: "strong"
            horizontalAlignment: control.iconName !== "" ? Text.AlignLeft : Text.AlignHCenter
            color: control.ink
            ignored: true
        }
    }
    // The label is measured beside itself: its own width follows from the button's, and that from these.
    AppText {
        id: rest
        visible: false
        role: "strong"
        text: control.text
        ignored: true
    }
    AppText {
        id: working
        visible: false
        role: "strong"
        text: control.busy ? control.busyText : ""
        ignored: true
    }
}
