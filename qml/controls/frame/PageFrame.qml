pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Faltakt.Controls

/// The frame of every page: header, scrolling content of at most 640 px, an optional side column and a bar at the
/// bottom that lies beside the content and never over it. When header or bar would take too much of the height (big
/// text, a phone on its side) they scroll with the content. A page with a long list puts it into `body` instead,
/// and names it in `bodyList` so that the header can scroll with it.
FocusScope {
    id: page

    default property alias content: column.data
    property alias title: header.title
    property alias subtitle: header.subtitle
    /// "Antecknas" or what else becomes of what is written here; why it is so stands below the header while it is asked for.
    property alias recordingText: header.recordingText
    property string recordingReason: ""
    property alias showBack: header.showBack
    property alias backText: header.backText
    property alias backIcon: header.backIcon
    property alias backWords: header.backWords
    property alias big: header.big
    property alias actions: header.actions
    /// Kept free at the right end of the first row, for what lies over every page.
    property alias cornerWidth: header.cornerWidth
    property alias strip: stripColumn.data
    property alias bar: barRow.data
    property alias side: sideColumn.data
    /// Fills the place of the scrolling content; its items anchor to their parent.
    property alias body: bodySlot.data
    /// Off where the scrolling content is shown for a while instead.
    property bool bodyShown: true
    /// The list that fills `body`, where it may take the header along when there is little height.
    property LongList bodyList: null
    property alias spacing: column.spacing
    property real contentWidth: Theme.maxText
    property bool flush: false
    readonly property alias contentY: scroller.contentY
    readonly property bool hasBody: page.bodyShown && bodySlot.children.length > 0
    readonly property bool hasBar: barRow.children.length > 0
    readonly property alias barHeight: barPlane.height
    readonly property bool hasSide: sideColumn.children.length > 0
    readonly property bool wide: page.hasSide && page.width >= 824
    readonly property real sideMargin: Theme.margin(page.width)
    readonly property bool headerScrolls: (!page.hasBody || page.bodyList) && top.implicitHeight > page.height * 0.3
    readonly property bool barScrolls: !page.hasBody && barPlane.implicitHeight > page.height * 0.35

    readonly property real barEdge: Theme.lowHeight(page.height) ? Theme.space1 : Theme.space3

    signal back

    function leave() {
        if (page.showBack)
            page.back();
    }
    function scrollToTop() {
        scroller.contentY = 0;
    }
    function focusTitle() {
        header.titleItem.forceActiveFocus(Qt.OtherFocusReason);
    }

    Keys.onEscapePressed: page.leave()
    Keys.onBackPressed: page.leave()

    Rectangle {
        anchors.fill: parent
        color: Theme.bg
        Accessible.ignored: true
    }
    FocusFollower {
        area: page
    }

    Binding {
        target: page.bodyList
        property: "leadHeight"
        value: page.headerScrolls ? top.implicitHeight : 0
        when: page.bodyList !== null
    }
    Item {
        id: topFixed
        width: parent.width
        height: page.headerScrolls ? 0 : top.implicitHeight
    }
    Column {
        id: top
        parent: !page.headerScrolls ? topFixed : page.bodyList ? page.bodyList.lead : topScrolling
        width: page.width

        PageHeader {
            id: header
            width: parent.width
            reasonShown: reason.visible
            onBack: page.back()
            onWhyWanted: reason.asked = !reason.asked
        }
        Fact {
            id: reason
            property bool asked: false
            visible: reason.asked && page.recordingText !== ""
            x: page.sideMargin
            width: parent.width - 2 * page.sideMargin
            text: page.recordingReason
            iconName: "pen-line"
        }
        FillColumn {
            id: stripColumn
            x: page.sideMargin
            width: parent.width - 2 * page.sideMargin
            spacing: Theme.space2
            visible: children.length > 0
        }
        Item {
            width: 1
            height: stripColumn.visible && stripColumn.implicitHeight > 0 ? Theme.space2 : 0
        }
    }

    Flickable {
        id: scroller
        visible: !page.hasBody
        anchors.top: topFixed.bottom
        anchors.bottom: barFixed.top
        width: parent.width
        contentWidth: width
        contentHeight: flow.height
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: ScrollMark {}

        Column {
            id: flow
            width: scroller.width

            Item {
                id: topScrolling
                width: parent.width
                height: page.headerScrolls ? top.implicitHeight : 0
            }
            Item {
                id: middle
                readonly property real room: scroller.width - (page.flush ? 0 : 2 * page.sideMargin) - (page.wide ? 296 + Theme.space5 : 0)
                width: parent.width
                height: Math.max(column.implicitHeight, page.wide ? sideColumn.implicitHeight : 0) + Theme.space2 + Theme.space5

                FillColumn {
                    id: column
                    x: (page.flush ? 0 : page.sideMargin) + (page.wide ? 0 : (middle.room - width) / 2)
                    y: Theme.space2
                    width: Math.min(middle.room, page.contentWidth)
                    spacing: Theme.space3
                }
                Item {
                    id: sideBeside
                    x: middle.width - page.sideMargin - width
                    y: Theme.space2
                    width: 296
                }
            }
            Item {
                id: sideBelow
                x: page.sideMargin + (scroller.width - 2 * page.sideMargin - width) / 2
                width: Math.min(scroller.width - 2 * page.sideMargin, page.contentWidth)
                height: page.hasSide && !page.wide ? sideColumn.implicitHeight + Theme.space5 : 0
            }
            Item {
                id: barScrolling
                width: parent.width
                height: page.barScrolls ? barPlane.implicitHeight : 0
            }
        }
    }
    FillColumn {
        id: sideColumn
        parent: page.wide ? sideBeside : sideBelow
        width: parent.width
        spacing: Theme.space3
    }
    Item {
        id: bodySlot
        visible: page.hasBody
        anchors.top: topFixed.bottom
        anchors.bottom: barFixed.top
        width: parent.width
    }
    Item {
        id: barFixed
        anchors.bottom: parent.bottom
        width: parent.width
        height: page.hasBar && !page.barScrolls ? barPlane.implicitHeight : 0
    }
    Rectangle {
        id: barPlane
        parent: page.barScrolls ? barScrolling : barFixed
        // Not invisible while nothing stands in it: what is in an invisible one counts as invisible itself, for good.
        visible: page.hasBar
        width: page.width
        height: implicitHeight
        implicitHeight: barRow.implicitHeight > 0 ? barRow.implicitHeight + 2 * page.barEdge : 0
        color: Theme.surface
        Accessible.ignored: true

        Divider {
            visible: barRow.implicitHeight > 0
            width: parent.width
            height: implicitHeight
        }
        FlowRow {
            id: barRow
            x: (parent.width - width) / 2
            y: page.barEdge
            width: Math.min(parent.width - 2 * page.sideMargin, page.contentWidth)
            stretch: true
        }
    }
}
