pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// One piece of advice where it is needed; not a control, not a warning.
Rectangle {
    id: box

    required property string text
    property string iconName: "message-square-text"

    Layout.fillWidth: true
    visible: box.text !== ""
    implicitWidth: 320
    implicitHeight: words.implicitHeight + 2 * Theme.space3
    radius: Theme.radiusControl
    color: Theme.surfaceAlt
    border.width: Theme.contrast ? 2 : 0
    border.color: Theme.outline

    Icon {
        id: leading
        x: Theme.space3
        y: Theme.space3 + 1
        iconName: box.iconName
        size: 20
        color: Theme.textMuted
    }
    AppText {
        id: words
        anchors.left: leading.right
        anchors.right: parent.right
        anchors.margins: Theme.space3
        y: Theme.space3
        text: box.text
        role: "row"
    }
}
