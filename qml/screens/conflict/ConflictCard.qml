pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// One of the versions: whose, when, and what it says. All cards look the same; none is chosen beforehand.
Card {
    id: card

    required property ConflictVersion version
    property bool canWrite: false
    /// Otherwise it stands elsewhere on the page.
    property bool showsText: true

    signal used
    signal written

    AppText {
        Layout.fillWidth: true
        text: card.version.heading
        role: "label"
        heading: true
    }
    Repeater {
        model: card.showsText ? card.version.lines : null

        FillColumn {
            id: line

            required property string kind
            required property string text
            readonly property bool isChanged: line.kind === "changed"

            Layout.fillWidth: true
            spacing: 2

            StateChip {
                text: line.isChanged ? qsTr("ändrad") : ""
                tone: "conflict"
                iconName: "pen-line"
            }
            AppText {
                Layout.fillWidth: true
                text: line.text
                font.underline: line.isChanged
                role: line.kind === "deleted" ? "strong" : "body"
                Accessible.name: line.isChanged ? qsTr("ändrad: %1").arg(line.text) : line.text
            }
        }
    }
    FlowRow {
        Layout.fillWidth: true

        Button {
            kind: "outline"
            text: qsTr("Använd den här")
            accessibleName: qsTr("Använd den här, %1").arg(card.version.heading)
            onActivated: card.used()
        }
        Button {
            kind: "quiet"
            visible: card.canWrite
            text: qsTr("Skriv en ny")
            accessibleName: qsTr("Skriv en ny, börja från %1").arg(card.version.heading)
            onActivated: card.written()
        }
    }
}
