pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// A panel over the right edge, the whole page on a phone.
SheetFrame {
    id: sheet

    readonly property real outerWidth: sheet.parent ? sheet.parent.width : 390

    width: sheet.outerWidth < 600 ? sheet.outerWidth : 400
    height: sheet.parent ? sheet.parent.height : 600
    x: sheet.outerWidth - width + sheet.away
    y: 0
}
