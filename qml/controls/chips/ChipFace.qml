pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// The plane, icon and word of a chip. The strength of the mark is the strength of the rule: law is solid, guideline
/// and what wants an act are edged, the rest is plain tint. In high contrast every chip has an edge.
Rectangle {
    id: face

    required property string text
    property string tone: "plain"
    property string iconName: ""
    /// Without its plane: among rows that would all have one.
    property bool quiet: false
    readonly property bool solid: face.tone === "law"
    readonly property real edge: face.quiet && !Theme.contrast ? 0 : Theme.space2
    readonly property bool edged: face.tone === "guideline" || face.tone === "conflict" || face.tone === "danger"
    readonly property color mark: Theme.palette.mark(face.tone)
    readonly property color ink: face.solid ? Theme.onSemantic : face.mark

    implicitWidth: Math.ceil(label.implicitWidth) + icon.width + 4 + 2 * face.edge
    implicitHeight: Math.max(24, label.implicitHeight + 4)
    radius: Theme.radiusChip
    color: face.solid ? face.mark : face.tone === "plain" || face.quiet ? "transparent" : Theme.palette.tint(face.tone)
    border.width: face.edged || (Theme.contrast && face.tone !== "plain") ? Theme.penControl : 0
    border.color: face.mark
    Accessible.ignored: true

    Icon {
        id: icon
        x: face.edge
        y: 2 + Math.round((label.lineHeight - height) / 2)
        iconName: face.iconName === "" ? Theme.palette.icon(face.tone) : face.iconName
        size: 16
        color: face.ink
    }
    AppText {
        id: label
        anchors.left: icon.right
        anchors.right: parent.right
        anchors.leftMargin: 4
        anchors.rightMargin: face.edge
        y: 2
        text: face.text
        role: "chip"
        color: face.ink
        ignored: true
    }
}
