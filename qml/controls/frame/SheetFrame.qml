pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Faltakt.Controls

/// What BottomSheet and SidePanel share: a modal plane with title, close and scrolling content. The focus stays inside
/// and goes back where it came from; Esc closes.
T.Popup {
    id: sheet

    default property alias content: column.data
    property string title: ""
    property string closeText: qsTr("Stäng")
    property alias actions: barRow.data
    property bool roundBelow: true
    /// Something was typed here that closing gives up: a press outside, easily made by mistake, does not close then.
    property bool holdsWork: false
    /// How far the sheet still is from its place; moved by the transition, so that the place itself may follow the height.
    property real away: 0
    /// Gets the focus when the sheet opens; the close button when there is none.
    property Item initialFocus: closeButton
    readonly property real mostHeight: (sheet.parent ? sheet.parent.height : 600) * 0.9
    readonly property real wantedHeight: head.implicitHeight + column.implicitHeight + 2 * Theme.space3 + (barRow.children.length > 0 ? barRow.implicitHeight + Theme.space4 : 0) + Theme.space3

    parent: T.Overlay.overlay
    modal: true
    focus: true
    dim: true
    padding: 0
    closePolicy: sheet.holdsWork ? T.Popup.CloseOnEscape : T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    enter: Transition {
        NumberAnimation {
            property: "away"
            from: 24
            to: 0
            duration: Theme.motionMove
            easing.type: Easing.OutCubic
        }
    }
    onAboutToShow: before.remember(sheet.parent)
    onClosed: before.giveBack()
    onOpened: sheet.initialFocus.forceActiveFocus(before.hadRing() ? Qt.TabFocusReason : Qt.PopupFocusReason)

    background: Item {
        clip: true

        Rectangle {
            width: parent.width
            height: parent.height + (sheet.roundBelow ? 0 : Theme.radiusSheet)
            radius: Theme.radiusSheet
            color: Theme.surface
            border.width: 2
            border.color: Theme.outline
        }
    }

    FocusReturn {
        id: before
    }
    FocusScope {
        anchors.fill: parent
        focus: true
        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title

        FocusFollower {
            area: scroller
        }
        RowLayout {
            id: head
            x: Theme.space4
            y: Theme.space3
            width: parent.width - Theme.space4 - Theme.space2
            spacing: Theme.space2

            AppText {
                Layout.fillWidth: true
                text: sheet.title
                role: "heading"
                heading: true
            }
            IconButton {
                id: closeButton
                Layout.alignment: Qt.AlignTop
                iconName: "x"
                text: sheet.closeText
                onActivated: sheet.close()
            }
        }
        Flickable {
            id: scroller
            anchors.top: head.bottom
            anchors.bottom: barArea.top
            anchors.topMargin: Theme.space2
            width: parent.width
            contentWidth: width
            contentHeight: column.implicitHeight + Theme.space3
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            T.ScrollBar.vertical: ScrollMark {}

            FillColumn {
                id: column
                x: Theme.space4
                width: scroller.width - 2 * Theme.space4
                spacing: Theme.space3
            }
        }
        Item {
            id: barArea
            anchors.bottom: parent.bottom
            width: parent.width
            height: barRow.children.length > 0 ? barRow.implicitHeight + Theme.space4 : 0

            FlowRow {
                id: barRow
                x: Theme.space4
                width: parent.width - 2 * Theme.space4
                stretch: true
            }
        }
    }
}
