pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// One count: what, and below it one less, how many, one more.
FillColumn {
    id: line

    required property string text
    required property int number

    signal added
    signal takenAway

    spacing: Theme.space1

    AppText {
        Layout.fillWidth: true
        text: line.text
        role: "body"
        ignored: true
    }
    FlowRow {
        Layout.fillWidth: true
        centred: true

        IconButton {
            iconName: "minus"
            text: qsTr("Ta bort ett, %1").arg(line.text)
            enabled: line.number > 0
            onActivated: line.takenAway()
        }
        AppText {
            text: "%1".arg(line.number)
            role: "heading"
            Accessible.name: qsTr("%1: %2").arg(line.text).arg(line.number)
        }
        IconButton {
            iconName: "plus"
            filled: true
            text: qsTr("Räkna ett, %1, nu %2").arg(line.text).arg(line.number)
            onActivated: line.added()
        }
    }
}
