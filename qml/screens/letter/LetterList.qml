pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Letters that have come equally far; nothing where there are none.
Card {
    id: list

    required property RecordLineListModel letters
    property string iconName: "mail"

    signal opened(int row)

    Layout.fillWidth: true
    visible: rows.count > 0
    flush: true

    Repeater {
        id: rows
        model: list.letters

        ListRow {
            id: row

            required property int index
            required property string label
            required property string value

            Layout.fillWidth: true
            iconName: list.iconName
            text: row.label
            secondary: row.value
            divider: row.index > 0
            position: row.index + 1
            count: rows.count
            onActivated: list.opened(row.index)
        }
    }
}
