pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Faltakt.Controls

/// The plane of a control that is chosen or not: edge, hover, pressed, chosen, focus.
Rectangle {
    id: face

    required property T.AbstractButton control
    property bool chosen: false

    anchors.fill: parent
    z: -1
    radius: Theme.radiusControl
    color: face.control.down || face.chosen ? Theme.surfaceSel : face.control.hovered && face.control.enabled ? Theme.surfaceAlt : Theme.surface
    border.width: face.chosen ? Theme.penChosen : Theme.penControl
    border.color: face.chosen ? Theme.primary : Theme.outline
    Accessible.ignored: true

    FocusRing {
        control: face.control
    }
}
