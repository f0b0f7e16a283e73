pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// Back, title and the acts of a page in one row, 8 px from the top; its right end can be kept free for what the shell
/// draws over every page (`cornerWidth`). A title that would need more than two lines there (a place: one), or break a word, takes a row
/// of its own below, at the full width and larger; acts that find no room even then go below it.
Item {
    id: header

    property string title: ""
    property string subtitle: ""
    /// "Antecknas": stands before the subtitle, and why it is so is told on a tap on the title.
    property string recordingText: ""
    property bool reasonShown: false
    readonly property string underTitle: header.recordingText !== "" && header.subtitle !== "" ? header.recordingText + ". " + header.subtitle : header.recordingText + header.subtitle
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
    readonly property bool backLabelShown: header.backWords && backLabelled.implicitWidth <= header.width * 0.4
    readonly property real backRoom: !header.showBack ? 0 : (header.backLabelShown ? backLabelled.implicitWidth + Theme.space2 : backIconed.implicitWidth + Theme.space1) - Theme.space3
    readonly property real start: header.sideMargin + header.backRoom
    /// Icons have room of their own around them, so that the acts may touch the corner.
    readonly property real end: header.cornerWidth > 0 ? header.cornerWidth + Theme.space2 : header.sideMargin
    readonly property real actionsRoom: actionRow.children.length > 0 && actionRow.implicitWidth > 0 ? actionRow.implicitWidth + Theme.space1 : 0
    readonly property real firstRoom: header.width - header.start - header.end
    readonly property real titleRoom: header.firstRoom - header.actionsRoom
    readonly property bool beside: header.titleRoom > 0 && titleMeasure.lineCount <= (header.big ? 1 : 2) && Math.ceil(titleMeasure.contentWidth) <= header.titleRoom
    readonly property bool actionsFirst: header.beside || header.actionsRoom <= header.firstRoom
    /// A date under a short title goes below the first row rather than into a narrow column beside the acts.
    readonly property bool subtitleBelow: !header.beside || Math.ceil(subtitleMeasure.implicitWidth) + header.whyRoom > titles.width
    /// For the mark that there is more to read.
    readonly property real whyRoom: header.recordingText !== "" ? 16 + Theme.space1 : 0
    readonly property real textBottom: header.underTitle === "" ? titles.y + titles.implicitHeight : subtitleText.y + subtitleText.implicitHeight
    readonly property real rowHeight: Math.max(Theme.target, header.showBack ? (header.backLabelShown ? backLabelled.implicitHeight : backIconed.implicitHeight) : 0, header.actionsFirst ? actionRow.implicitHeight : 0)
    readonly property real rowBottom: Theme.space2 + header.rowHeight

    signal back
    signal whyWanted

    implicitHeight: Math.max(header.rowBottom, header.textBottom, actionRow.y + actionRow.implicitHeight) + Theme.space2

    IconButton {
        id: backIconed
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
        implicitHeight: titleText.implicitHeight + (header.subtitleBelow || header.underTitle === "" ? 0 : subtitleText.implicitHeight)
        x: header.beside ? header.start : header.sideMargin
        y: header.beside ? Theme.space2 + Math.max(0, Math.round((header.rowHeight - implicitHeight) / 2)) : header.rowBottom + Theme.space1
        width: header.beside ? header.titleRoom : header.width - 2 * header.sideMargin

        AppText {
            id: titleText
            width: parent.width
            text: header.title
            role: header.big || header.width >= 600 ? "title" : header.beside ? "strong" : "heading"
            heading: true
            maximumLineCount: 5
            elide: Text.ElideRight
            Accessible.focusable: true
        }
    }
    AppText {
        id: titleMeasure
        visible: false
        width: Math.max(1, header.titleRoom)
        text: header.title
        role: header.big || header.width >= 600 ? "title" : "strong"
        wrapMode: Text.WordWrap
        ignored: true
    }
    AppText {
        id: subtitleText
        x: titles.x
        y: header.subtitleBelow ? Math.max(header.beside ? header.rowBottom : 0, titles.y + titles.implicitHeight) : titles.y + titleText.implicitHeight
        width: (header.subtitleBelow ? header.width - x - header.sideMargin : titles.width) - header.whyRoom
        text: header.underTitle
        role: "meta"
        muted: true
    }
    // The whole title is the target: a line of its own would take its height from every page.
    Pressable {
        id: why
        visible: header.recordingText !== ""
        x: titles.x
        y: header.beside ? Theme.space2 : titles.y
        width: titles.width
        height: Math.max(Theme.target, header.textBottom - y)
        text: header.reasonShown ? qsTr("%1. Dölj varför").arg(header.recordingText) : qsTr("%1. Varför?").arg(header.recordingText)
        background: Item {
            FocusRing {
                control: why
                inside: true
            }
        }
        onActivated: header.whyWanted()
    }
    Icon {
        visible: why.visible
        x: subtitleText.x + Math.min(subtitleText.width, Math.ceil(subtitleText.contentWidth)) + Theme.space1
        y: subtitleText.y + Math.round((subtitleText.implicitHeight - height) / 2)
        iconName: header.reasonShown ? "chevron-up" : "chevron-down"
        size: 16
        color: Theme.textMuted
    }
    AppText {
        id: subtitleMeasure
        visible: false
        text: header.underTitle
        role: "meta"
        ignored: true
    }
    FlowRow {
        id: actionRow
        x: header.actionsFirst ? header.width - header.end - implicitWidth : titles.x
        y: header.actionsFirst ? Theme.space2 : Math.max(header.rowBottom, header.textBottom) + Theme.space1
        width: header.actionsFirst ? implicitWidth : header.width - titles.x - header.sideMargin
    }
}
