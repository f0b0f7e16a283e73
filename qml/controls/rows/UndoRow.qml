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

    signal activated

    function act() {
        undo.act();
    }

    Layout.fillWidth: true
    visible: row.text !== ""
    implicitWidth: 320
    implicitHeight: grid.implicitHeight
    radius: Theme.radiusControl
    color: Theme.surfaceAlt
    border.width: Theme.contrast ? 2 : 0
    border.color: Theme.outline

    GridLayout {
        id: grid
        x: Theme.space3
        width: parent.width - 2 * Theme.space3
        columns: undo.implicitWidth + 140 * Theme.textScale > width ? 1 : 2
        rowSpacing: 0
        columnSpacing: Theme.space3

        Fact {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space2
            Layout.bottomMargin: grid.columns === 1 ? 0 : Theme.space2
            text: row.text
            iconName: row.iconName
            strong: true
        }
        LinkButton {
            id: undo
            iconName: "undo-2"
            text: row.actionText
            accessibleName: qsTr("%1, %2").arg(row.actionText).arg(row.text)
            onActivated: row.activated()
        }
    }
}
