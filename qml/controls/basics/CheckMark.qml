pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// The square of a check box.
Rectangle {
    id: mark

    property bool chosen: false
    readonly property real side: Math.round(24 * Math.min(Theme.textScale, 1.5))

    implicitWidth: mark.side
    implicitHeight: mark.side
    radius: Theme.radiusChip
    color: mark.chosen ? Theme.primary : Theme.surface
    border.width: 2
    border.color: mark.chosen ? Theme.primary : Theme.outline
    Accessible.ignored: true

    Icon {
        anchors.centerIn: parent
        visible: mark.chosen
        iconName: "check"
        size: mark.side - 6
        scaled: false
        color: Theme.onPrimary
    }
}
