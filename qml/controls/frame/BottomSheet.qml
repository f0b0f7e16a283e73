pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// A sheet from the bottom on a phone, a centred panel from 600 px width.
SheetFrame {
    id: sheet

    readonly property real outerWidth: sheet.parent ? sheet.parent.width : 390
    readonly property real outerHeight: sheet.parent ? sheet.parent.height : 844
    readonly property bool compact: sheet.outerWidth < 600

    roundBelow: !sheet.compact
    width: sheet.compact ? sheet.outerWidth : Math.min(560, sheet.outerWidth - 48)
    height: Math.min(sheet.mostHeight, sheet.wantedHeight)
    x: (sheet.outerWidth - width) / 2
    y: (sheet.compact ? sheet.outerHeight - height : (sheet.outerHeight - height) / 2) + sheet.away
}
