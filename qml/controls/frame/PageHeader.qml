pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// Back, title and the acts of a page. The first row is 48 px high, 8 px from the top; its right end can be kept free
/// for what the shell draws over every page (`cornerWidth`). What does not fit beside the title goes below it, and a
/// title that finds no room beside the corner takes a row of its own.
Item {
    id: header

    property string title: ""
    property string subtitle: ""
    property bool showBack: true
    property string backText: qsTr("Tillbaka")
    property string backIcon: "arrow-left"
    /// Back with its words, as "Pausa".
    property bool backWords: false
    /// The title of a place, 28 px; from 600 px width every title has that size.
    property bool big: false
    property real cornerWidth: 0
    property alias actions: actionRow.data
    property alias titleItem: titleText
    readonly property real sideMargin: Theme.margin(header.width)
    /// Words that would leave no room for the title stay with the icon as its name.
    readonly property bool backLabelShown: header.backWords && backLabelled.implicitWidth <= header.width * 0.5
    readonly property real backRoom: !header.showBack ? 0 : (header.backLabelShown ? backLabelled.implicitWidth + Theme.space2 : Theme.target + Theme.space1) - Theme.space3
    readonly property real start: header.sideMargin + header.backRoom
    readonly property real cornerRoom: header.cornerWidth > 0 ? header.cornerWidth + Theme.space2 : 0
    readonly property real actionsRoom: actionRow.children.length > 0 ? actionRow.implicitWidth + Theme.space2 : 0
    readonly property real firstRoom: header.width - header.start - header.sideMargin - header.cornerRoom
    readonly property real leastRoom: Math.min(Math.ceil(titleText.implicitWidth), 150 * Theme.textScale)
    readonly property bool beside: header.firstRoom - header.actionsRoom >= header.leastRoom
    readonly property bool lowered: header.firstRoom < header.leastRoom
    readonly property bool actionsFirst: header.beside || (header.lowered && header.actionsRoom <= header.firstRoom)
    /// A date under a short title goes below the first row rather than into a narrow column beside the acts.
    readonly property bool subtitleBelow: Math.ceil(subtitleMeasure.implicitWidth) > titles.width
    readonly property real textBottom: subtitleText.text === "" ? titles.y + titles.implicitHeight : subtitleText.y + subtitleText.implicitHeight
    readonly property real rowBottom: Theme.space2 + Theme.target

    signal back

    implicitHeight: Math.max(header.rowBottom, header.textBottom, actionRow.y + actionRow.implicitHeight) + Theme.space2

    IconButton {
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
    Item {
        id: titles
        implicitHeight: titleText.implicitHeight + (header.subtitleBelow || header.subtitle === "" ? 0 : subtitleText.implicitHeight)
        x: header.lowered ? header.sideMargin : header.start
        y: header.lowered ? header.rowBottom + Theme.space1 : Theme.space2 + Math.max(0, Math.round((Theme.target - implicitHeight) / 2))
        width: header.lowered ? header.width - 2 * header.sideMargin : header.firstRoom - (header.beside ? header.actionsRoom : 0)

        AppText {
            id: titleText
            width: parent.width
            text: header.title
            role: header.big || header.width >= 600 ? "title" : "strong"
            heading: true
            maximumLineCount: 5
            elide: Text.ElideRight
            Accessible.focusable: true
        }
    }
    AppText {
        id: subtitleText
        x: titles.x
        y: header.subtitleBelow ? Math.max(header.lowered ? 0 : header.rowBottom, titles.y + titles.implicitHeight) : titles.y + titleText.implicitHeight
        width: header.subtitleBelow ? header.width - x - header.sideMargin : titles.width
        text: header.subtitle
        role: "meta"
        muted: true
    }
    AppText {
        id: subtitleMeasure
        visible: false
        text: header.subtitle
        role: "meta"
        ignored: true
    }
    FlowRow {
        id: actionRow
        x: header.actionsFirst ? header.width - header.sideMargin - header.cornerRoom - implicitWidth : titles.x
        y: header.actionsFirst ? Theme.space2 : Math.max(header.rowBottom, header.textBottom) + Theme.space1
        width: header.actionsFirst ? implicitWidth : header.width - titles.x - header.sideMargin
    }
}
