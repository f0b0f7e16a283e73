pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.impl
import Faltakt.Controls

/// One icon of the set by its name, tinted so that it works in every theme and without a GPU. Decoration: the control
/// around it has the words.
IconImage {
    id: icon

    required property string iconName
    property real size: 24
    /// Grows with the text; off inside a mark that has grown already.
    property bool scaled: true
    readonly property real side: icon.scaled ? Math.round(icon.size * Theme.textScale) : icon.size

    source: icon.iconName === "" ? "" : "qrc:/icons/" + icon.iconName + ".svg"
    visible: icon.iconName !== ""
    sourceSize.width: icon.side
    sourceSize.height: icon.side
    width: icon.side
    height: icon.side
    color: Theme.text
    Accessible.ignored: true
}
