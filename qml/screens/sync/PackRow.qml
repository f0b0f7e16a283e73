pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// One content pack: what it is, by whom, and whether it is used; where it is not, why.
FillColumn {
    id: row

    required property int index
    required property string text
    required property string secondary
    required property string kind
    required property string chip
    required property string tone
    required property string iconName

    Layout.fillWidth: true
    spacing: 0

    Divider {
        Layout.fillWidth: true
        visible: row.index > 0
    }
    FillColumn {
        Layout.fillWidth: true
        Layout.margins: Theme.space3
        spacing: 2

        AppText {
            Layout.fillWidth: true
            text: row.text
            role: "strong"
        }
        AppText {
            Layout.fillWidth: true
            visible: row.secondary !== ""
            text: row.secondary
            role: "row"
            muted: true
        }
        AppText {
            Layout.fillWidth: true
            visible: row.kind !== ""
            text: row.kind
            role: "row"
        }
        StateChip {
            text: row.chip
            tone: row.tone
            iconName: row.iconName
        }
    }
}
