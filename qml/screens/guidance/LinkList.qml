pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Rows that each lead to a page, under the headings of their areas.
FillColumn {
    id: list

    required property LineListModel lines

    signal opened(string key)

    Layout.fillWidth: true
    spacing: Theme.space1

    Repeater {
        model: list.lines

        FillColumn {
            id: line

            required property string key
            required property string kind
            required property string text
            required property string secondary
            required property string tone
            required property string chip
            readonly property bool isArea: line.kind === "area"

            Layout.fillWidth: true
            spacing: 0

            SectionHeading {
                Layout.fillWidth: true
                Layout.topMargin: Theme.space4
                visible: line.isArea
                text: line.text
            }
            ListRow {
                Layout.fillWidth: true
                visible: !line.isArea
                text: line.text
                secondary: line.secondary
                details: line.chip
                onActivated: list.opened(line.key)

                RuleChip {
                    text: line.chip
                    tone: line.tone === "" ? "plain" : line.tone
                }
            }
        }
    }
}
