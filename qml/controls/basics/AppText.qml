pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// All text of the app: one of the roles of Theme, scaled, on fixed lines, wrapping, never interpreted as markup.
Text {
    id: label

    property string role: "body"
    property bool muted: false
    /// The larger form of the role: a question on a wide page, all text of self-fill.
    property bool large: false
    /// A title that readers can jump to.
    property bool heading: false
    /// Inside a control that says the words itself.
    property bool ignored: false

    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    font.family: Theme.fontFamily
    font.pixelSize: Theme.typeSize(label.role, label.large) * Theme.textScale
    font.weight: Theme.typeWeight(label.role)
    lineHeightMode: Text.FixedHeight
    lineHeight: Theme.typeLine(label.role, label.large) * Theme.textScale
    color: label.muted ? Theme.textMuted : Theme.text
    visible: label.text !== ""
    Accessible.role: label.heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: label.text
    Accessible.ignored: label.ignored
}
