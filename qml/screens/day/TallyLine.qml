pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// One count: one less, how many, one more.
RowLayout {
    id: line

    required property string text
    required property int number

    signal added
    signal takenAway

    spacing: Theme.space3

    AppText {
        Layout.fillWidth: true
        text: line.text
        role: "body"
        ignored: true
    }
    IconButton {
        iconName: "minus"
        text: qsTr("Ta bort ett, %1").arg(line.text)
        enabled: line.number > 0
        onActivated: line.takenAway()
    }
    AppText {
        Layout.preferredWidth: Math.round(40 * Theme.textScale)
        horizontalAlignment: Text.AlignRight
        text: line.number
        role: "strong"
        Accessible.name: qsTr("%1: %2").arg(line.text).arg(line.number)
    }
    IconButton {
        iconName: "plus"
        filled: true
        text: qsTr("Räkna ett, %1, nu %2").arg(line.text).arg(line.number)
        onActivated: line.added()
    }
}
