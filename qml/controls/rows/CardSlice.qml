pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// The part of a card behind one row of a list, so that a long list that only makes the rows in sight still looks like
/// one card for each group. The first and the last row round the corners.
Item {
    id: slice

    property bool first: false
    property bool last: false
    readonly property real above: slice.first ? 0 : Theme.radiusCard
    readonly property real below: slice.last ? 0 : Theme.radiusCard

    clip: true
    Accessible.ignored: true

    Rectangle {
        y: -slice.above
        width: parent.width
        height: parent.height + slice.above + slice.below
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: Theme.penDivider
        border.color: Theme.divider
    }
}
