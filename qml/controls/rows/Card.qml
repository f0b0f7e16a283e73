pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// A plane that holds what belongs together. Children stand in a column (Layout.fillWidth). `flush` leaves the padding
/// to rows that bring their own.
Rectangle {
    id: card

    default property alias content: column.data
    property string title: ""
    property bool flush: false
    property alias spacing: column.spacing
    readonly property real inset: card.flush ? border.width : Theme.space4

    Layout.fillWidth: true
    implicitWidth: column.implicitWidth + 2 * card.inset
    implicitHeight: column.implicitHeight + 2 * card.inset
    radius: Theme.radiusCard
    color: Theme.surface
    border.width: Theme.penDivider
    border.color: Theme.divider

    FillColumn {
        id: column
        x: card.inset
        y: card.inset
        width: card.width - 2 * card.inset
        spacing: card.flush ? 0 : Theme.space3

        AppText {
            Layout.fillWidth: true
            Layout.margins: card.flush ? Theme.space4 : 0
            Layout.bottomMargin: 0
            text: card.title
            role: "heading"
            heading: true
        }
    }
}
