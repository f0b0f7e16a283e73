pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Faltakt.Controls

/// The places of the app along the left of a tablet or a phone on its side; the main act on top, the footer's few
/// buttons below. Scrolls when big text makes it taller than the window.
Rectangle {
    id: rail

    default property alias footer: footerColumn.data
    property alias places: repeater.model
    property int currentIndex: 0
    property string mainText: qsTr("Nytt")
    property string mainIcon: "plus"
    property real baseWidth: 96
    /// Little height, as on a phone on its side: everything closer together.
    property bool low: false
    readonly property real edge: rail.low ? Theme.space2 : Theme.space4

    signal chosen(int index)
    signal mainActivated

    implicitWidth: Math.max(rail.baseWidth, column.implicitWidth + 8)
    implicitHeight: 600
    color: Theme.surface
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Platser")

    Divider {
        anchors.right: parent.right
        width: Theme.penDivider
        height: parent.height
    }
    FocusFollower {
        area: scroller
    }
    Flickable {
        id: scroller
        anchors.fill: parent
        contentWidth: width
        contentHeight: Math.max(height, column.implicitHeight + footerColumn.implicitHeight + 2 * rail.edge)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: ScrollMark {}

        Column {
            id: column
            anchors.horizontalCenter: parent.horizontalCenter
            y: rail.edge
            spacing: rail.low ? 2 : Theme.space2

            MainButton {
                low: rail.low
                anchors.horizontalCenter: parent.horizontalCenter
                iconName: rail.mainIcon
                text: rail.mainText
                onActivated: rail.mainActivated()
            }
            Item {
                width: 1
                height: rail.low ? 0 : Theme.space2
            }
            Repeater {
                id: repeater

                NavButton {
                    required text
                    required badge
                    required property int index
                    low: rail.low
                    anchors.horizontalCenter: parent ? parent.horizontalCenter : undefined
                    chosen: index === rail.currentIndex
                    onActivated: rail.chosen(index)
                }
            }
        }
        Column {
            id: footerColumn
            x: (scroller.width - width) / 2
            y: scroller.contentHeight - implicitHeight - rail.edge
            spacing: Theme.space2
        }
    }
}
