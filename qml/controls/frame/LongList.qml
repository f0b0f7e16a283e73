pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Faltakt.Controls

/// A long list for the body of a page: makes only the rows in sight, leaves room at its end for what floats over it, and
/// stays at its start while what stands above the rows comes in or grows. `above` and `below` have
/// the list's contentItem as parent and scroll with it: on Qt 6.4 a header from a file with bound components is never made.
ListView {
    id: list

    property Item above: null
    /// Room above all of it, as wide as the list, for the header of a page that has too little height.
    property real leadHeight: 0
    readonly property Item lead: leadPlace
    property Item below: null
    property real sideMargin: Theme.space4
    property real endRoom: 96
    readonly property real rowWidth: list.width - list.leftMargin - list.rightMargin
    readonly property real start: list.originY - list.topMargin
    property bool isAtStart: true

    function noteScroll() {
        list.isAtStart = list.contentY - list.start < 4;
    }
    function keepStart() {
        if (list.isAtStart)
            list.contentY = list.start;
    }

    leftMargin: list.sideMargin
    rightMargin: list.sideMargin
    topMargin: list.leadHeight + (list.above ? list.above.height : 0)
    bottomMargin: list.endRoom + (list.below ? list.below.height : 0)
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    cacheBuffer: 400
    activeFocusOnTab: false
    T.ScrollBar.vertical: ScrollMark {}
    onContentYChanged: list.noteScroll()
    onStartChanged: list.keepStart()

    // Tab goes through the rows as they stand, also those that came later.
    RowOrder {
        area: list.contentItem
        lead: list.lead
        above: list.above
        below: list.below
    }

    Item {
        id: leadPlace
        parent: list.contentItem
        x: -list.leftMargin
        y: list.start
        width: list.width
        height: list.leadHeight
    }
}
