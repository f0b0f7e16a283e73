pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Whom it is about: those dealt with lately, or a search by name and number.
FillColumn {
    id: view

    required property PersonChooser chooser

    function focusField() {
        field.focusField();
    }

    Layout.fillWidth: true
    spacing: Theme.space2

    SearchField {
        id: field
        Layout.fillWidth: true
        label: qsTr("Sök namn eller nummer")
        text: view.chooser.query
        countText: view.chooser.countText
        onEdited: text => view.chooser.search(text)
        onCleared: view.chooser.search("")
    }
    SectionHeading {
        Layout.fillWidth: true
        visible: view.chooser.count > 0 && !view.chooser.isSearching
        text: qsTr("Senast")
    }
    AppText {
        Layout.fillWidth: true
        visible: view.chooser.isSearching
        text: view.chooser.countText
        role: "meta"
        muted: true
    }
    Card {
        Layout.fillWidth: true
        visible: view.chooser.count > 0
        flush: true

        Repeater {
            model: view.chooser

            ListRow {
                id: row

                required property int index
                required property string name
                required secondary

                Layout.fillWidth: true
                text: row.name
                divider: row.index > 0
                position: row.index + 1
                count: view.chooser.count
                onActivated: view.chooser.choose(row.index)
            }
        }
    }
}
