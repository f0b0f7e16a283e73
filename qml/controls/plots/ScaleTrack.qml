pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// One figure on its scale, as a bar with its words; a mark shows where it was before. The words say all of it.
FillColumn {
    id: track

    required property string label
    required property string valueText
    required property int value
    required property int maximum
    /// -1: there is none.
    property int earlier: -1
    readonly property real unit: bar.width / Math.max(1, track.maximum)

    Layout.fillWidth: true
    spacing: Theme.space1
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("%1, %2").arg(track.label).arg(track.valueText)

    GridLayout {
        Layout.fillWidth: true
        columns: Theme.bigText ? 1 : 2
        columnSpacing: Theme.space3
        rowSpacing: 0

        AppText {
            Layout.fillWidth: true
            text: track.label
            role: "row"
            ignored: true
        }
        AppText {
            Layout.fillWidth: Theme.bigText
            text: track.valueText
            role: "label"
            ignored: true
        }
    }
    Rectangle {
        id: bar
        Layout.fillWidth: true
        implicitHeight: 12
        radius: 4
        color: Theme.contrast ? Theme.surface : Theme.divider
        border.width: Theme.contrast ? 2 : 0
        border.color: Theme.outline
        Accessible.ignored: true

        Rectangle {
            width: track.unit * Math.min(track.value, track.maximum)
            height: parent.height
            radius: 4
            color: Theme.primary
        }
        Rectangle {
            visible: track.earlier >= 0
            x: Math.max(0, Math.min(bar.width - width, track.unit * track.earlier - width / 2))
            y: -3
            width: 5
            height: bar.height + 6
            color: Theme.text
            border.width: 1
            border.color: Theme.surface
        }
    }
}
