pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// The gallery in a window of its own.
Window {
    width: 1000
    height: 800
    visible: true
    title: "Fältakt: kontroller"
    color: Theme.bg

    Gallery {
        anchors.fill: parent
    }
}
