pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// The place of a row that is being read; still, and only shown after 300 ms so that quick answers do not flicker.
Item {
    id: skeleton

    Layout.fillWidth: true
    implicitWidth: 320
    implicitHeight: 72
    Accessible.ignored: true

    Item {
        id: shapes
        anchors.fill: parent
        visible: false

        Rectangle {
            x: Theme.space4
            y: 16
            width: parent.width * 0.45
            height: 16
            radius: 4
            color: Theme.divider
        }
        Rectangle {
            x: Theme.space4
            y: 42
            width: parent.width * 0.65
            height: 12
            radius: 4
            color: Theme.divider
        }
    }
    Timer {
        interval: 300
        running: skeleton.visible
        onTriggered: shapes.visible = true
    }
}
