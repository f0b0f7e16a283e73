pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The decisions and plans that hold, to look up; each line leads to the entry that says so.
Card {
    id: card

    required property DecisionsViewModel decisions

    flush: true

    SectionHeading {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        Layout.bottomMargin: Theme.space2
        text: qsTr("Beslut och planer som gäller")
        level: "heading"
    }
    AppText {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        Layout.topMargin: 0
        text: card.decisions.noteText
        muted: true
    }
    Repeater {
        model: card.decisions.lines

        ListRow {
            id: line
            required property int index
            required property string label
            required property string value

            Layout.fillWidth: true
            iconName: "file-text"
            text: line.label
            secondary: line.value
            divider: true
            onActivated: card.decisions.open(line.index)
        }
    }
}
