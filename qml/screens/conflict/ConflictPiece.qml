pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// What one of two texts says where they differ: a bar and whose it is, so that no colour has to be seen.
Item {
    id: piece

    required property string author
    required property string text
    readonly property real inset: bar.width + Theme.space3

    Layout.fillWidth: true
    Layout.fillHeight: true
    Layout.preferredWidth: 1
    implicitWidth: column.implicitWidth + piece.inset
    implicitHeight: column.implicitHeight

    Rectangle {
        id: bar
        width: Theme.penBar
        height: piece.height
        color: Theme.palette.mark("conflict")
    }
    FillColumn {
        id: column
        x: piece.inset
        width: piece.width - piece.inset
        spacing: Theme.space1

        StateChip {
            text: piece.author
            accessibleName: qsTr("Skiljer sig, %1").arg(piece.author)
            tone: "conflict"
            iconName: "pen-line"
        }
        AppText {
            Layout.fillWidth: true
            text: piece.text === "" ? qsTr("Står inte här") : piece.text
            muted: piece.text === ""
        }
    }
}
