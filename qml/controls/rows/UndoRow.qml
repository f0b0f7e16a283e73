pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// The way back after an act: stands in the page until the next act, without a timer. Gone when it has no text.
Rectangle {
    id: row

    property string text: ""
    property string iconName: "check"
    property string actionText: qsTr("Ångra")

    readonly property bool stacked: undo.implicitWidth + 170 * Theme.textScale > row.width

    signal activated

    function act() {
        undo.act();
    }

    Layout.fillWidth: true
    visible: row.text !== ""
    implicitWidth: 320
    implicitHeight: row.stacked ? said.implicitHeight + undo.implicitHeight + Theme.space2 : Math.max(said.implicitHeight + 2 * Theme.space2, undo.implicitHeight)
    radius: Theme.radiusControl
    color: Theme.surfaceAlt
    border.width: Theme.contrast ? 2 : 0
    border.color: Theme.outline

    Fact {
        id: said
        x: Theme.space3
        y: row.stacked ? Theme.space2 : (row.height - implicitHeight) / 2
        width: row.width - 2 * Theme.space3 - (row.stacked ? 0 : undo.width + Theme.space3)
        text: row.text
        iconName: row.iconName
        strong: true
    }
    LinkButton {
        id: undo
        x: row.stacked ? Theme.space3 : row.width - width - Theme.space3
        y: row.stacked ? said.y + said.implicitHeight : (row.height - height) / 2
        width: Math.min(implicitWidth, row.width - 2 * Theme.space3)
        iconName: "undo-2"
        text: row.actionText
        accessibleName: qsTr("%1, %2").arg(row.actionText).arg(row.text)
        onActivated: row.activated()
    }
}
