pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// A thin line between two things; decoration, never the only edge of a control.
Rectangle {
    implicitWidth: 16
    implicitHeight: Theme.penDivider
    color: Theme.divider
    Accessible.ignored: true
}
