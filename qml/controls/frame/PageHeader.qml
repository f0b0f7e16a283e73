pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// Back, title and the acts of a page. The acts go below the title when both do not fit beside each other.
Item {
    id: header

    property string title: ""
    property string subtitle: ""
    property bool showBack: true
    property string backText: qsTr("Tillbaka")
    property string backIcon: "arrow-left"
    /// Back with its words, as "Pausa".
    property bool backWords: false
    /// The title of a place, 28 px.
    property bool big: false
    property alias actions: actionRow.data
    property alias titleItem: titleText
    readonly property real sideMargin: Theme.margin(header.width)
    /// Words that would leave no room for the title stay with the icon as its name.
    readonly property bool backLabelShown: header.backWords && backLabelled.implicitWidth <= header.width * 0.5
    readonly property real backRoom: !header.showBack ? 0 : header.backLabelShown ? backLabelled.implicitWidth + Theme.space2 : Theme.target + Theme.space1
    readonly property bool stacked: header.width - 2 * header.sideMargin - header.backRoom - actionRow.implicitWidth < 150 * Theme.textScale

    signal back

    implicitHeight: grid.implicitHeight + 2 * Theme.space2

    IconButton {
        id: backIconOnly
        visible: header.showBack && !header.backLabelShown
        x: header.sideMargin - Theme.space3
        y: Theme.space2
        iconName: header.backIcon
        text: header.backText
        onActivated: header.back()
    }
    Button {
        id: backLabelled
        visible: header.showBack && header.backLabelShown
        x: header.sideMargin - Theme.space3
        y: Theme.space2
        kind: "quiet"
        compact: true
        iconName: header.backIcon
        text: header.backText
        onActivated: header.back()
    }
    GridLayout {
        id: grid
        x: header.sideMargin + header.backRoom - (header.showBack ? Theme.space3 : 0)
        y: Theme.space2
        width: header.width - x - header.sideMargin
        columns: header.stacked ? 1 : 2
        columnSpacing: Theme.space2
        rowSpacing: 0

        ColumnLayout {
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.target
            spacing: 0

            Item {
                Layout.fillHeight: true
            }
            AppText {
                id: titleText
                Layout.fillWidth: true
                text: header.title
                role: header.big ? "title" : "strong"
                heading: true
                maximumLineCount: 4
                elide: Text.ElideRight
                Accessible.focusable: true
            }
            AppText {
                Layout.fillWidth: true
                text: header.subtitle
                role: "meta"
                muted: true
            }
            Item {
                Layout.fillHeight: true
            }
        }
        FlowRow {
            id: actionRow
            Layout.alignment: header.stacked ? Qt.AlignLeft : Qt.AlignRight
            Layout.preferredWidth: implicitWidth
            Layout.maximumWidth: grid.width
            spacing: Theme.space2
            visible: children.length > 0
        }
    }
}
