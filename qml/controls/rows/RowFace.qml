pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Faltakt.Controls

/// The plane behind a row that touches its neighbours: inset, so that it never crosses the card's round corners.
Rectangle {
    id: face

    required property T.AbstractButton control
    property bool chosen: false

    anchors.fill: parent
    anchors.margins: 4
    z: -1
    radius: Theme.radiusControl - 2
    color: face.control.down || face.chosen ? Theme.surfaceSel : face.control.hovered && face.control.enabled ? Theme.surfaceAlt : "transparent"
    Accessible.ignored: true

    Rectangle {
        visible: face.chosen
        x: 0
        y: 8
        width: Theme.penBar
        height: parent.height - 16
        radius: 2
        color: Theme.primary
    }
    FocusRing {
        control: face.control
        inside: true
        controlRadius: face.radius
    }
}
