pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// A card with lines of which there may be several, and a way to add one.
Card {
    id: card

    required property string emptyText
    required property string addText
    required property RecordLineListModel entries

    signal chosen(index: int)
    signal addWanted

    flush: true

    AppText {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        Layout.topMargin: 0
        visible: lines.count === 0
        text: card.emptyText
        muted: true
    }
    Repeater {
        id: lines
        model: card.entries

        ListRow {
            id: line
            required property int index
            required property string label
            required property string value

            Layout.fillWidth: true
            text: line.label
            secondary: line.value
            divider: true
            details: qsTr("Ändra")
            onActivated: card.chosen(line.index)
        }
    }
    LinkButton {
        Layout.leftMargin: Theme.space3
        Layout.bottomMargin: Theme.space1
        iconName: "plus"
        text: card.addText
        onActivated: card.addWanted()
    }
}
