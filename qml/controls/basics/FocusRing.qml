pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Faltakt.Controls

/// The ring of keyboard focus: 3 px outside a 2 px gap, because the focus colour does not stand out against a primary
/// fill. Rows that touch their neighbours draw it inside instead. Used inside controls only.
Rectangle {
    id: ring

    required property T.Control control
    property bool inside: false
    property real controlRadius: Theme.radiusControl
    readonly property real distance: ring.inside ? Theme.focusGap : -(Theme.focusGap + Theme.penFocus)

    anchors.fill: parent
    anchors.margins: ring.distance
    z: 1
    visible: ring.control.visualFocus
    color: "transparent"
    radius: ring.inside ? ring.controlRadius : ring.controlRadius - ring.distance
    border.width: Theme.penFocus
    border.color: Theme.focus
    Accessible.ignored: true
}
