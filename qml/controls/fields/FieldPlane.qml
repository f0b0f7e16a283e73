pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// The plane of a field. Fields show where the writing goes however the focus came.
Rectangle {
    id: plane

    property bool focused: false
    property bool hasError: false

    radius: Theme.radiusControl
    color: Theme.surface
    border.width: plane.focused || plane.hasError ? Theme.penChosen : Theme.penControl
    border.color: plane.hasError ? Theme.palette.mark("danger") : plane.focused ? Theme.primary : Theme.outline
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        anchors.margins: -(Theme.focusGap + Theme.penFocus)
        visible: plane.focused
        color: "transparent"
        radius: plane.radius + Theme.focusGap + Theme.penFocus
        border.width: Theme.penFocus
        border.color: Theme.focus
    }
}
