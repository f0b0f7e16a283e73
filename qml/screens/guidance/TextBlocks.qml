pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The text of a card or a handbook page: headings, paragraphs, lists and numbered steps.
FillColumn {
    id: blocks

    required property LineListModel lines

    Layout.fillWidth: true
    spacing: Theme.space2

    Repeater {
        model: blocks.lines

        RowLayout {
            id: line

            required property string kind
            required property string text
            required property string trailing
            readonly property bool isHeading: line.kind === "heading"

            Layout.fillWidth: true
            Layout.topMargin: line.isHeading ? Theme.space3 : 0
            spacing: Theme.space2

            Icon {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: Theme.scaled(6.5)
                visible: line.kind === "item"
                iconName: "circle-dot"
                size: 12
                color: Theme.textMuted
            }
            AppText {
                Layout.alignment: Qt.AlignTop
                Layout.minimumWidth: 24 * Theme.textScale
                text: line.trailing
                role: "strong"
            }
            AppText {
                Layout.fillWidth: true
                text: line.text
                role: line.isHeading ? "heading" : "body"
                heading: line.isHeading
            }
        }
    }
}
