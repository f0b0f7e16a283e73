pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// The scrolling part of a person's page; the timeline is made row by row as it comes into sight.
LongList {
    id: list

    required property PersonViewModel viewModel
    required property real pageMargin
    required property bool besides

    sideMargin: list.pageMargin + Math.max(0, (list.width - 2 * list.pageMargin - Theme.maxText) / 2)
    endRoom: Theme.space5
    model: list.viewModel.tabIndex === 0 ? list.viewModel.timeline : null
    above: head
    below: tab
    delegate: TimelineRow {
        id: row
        width: list.rowWidth
        onOpened: list.viewModel.openEntry(row.index)
    }

    Column {
        id: tab
        parent: list.contentItem
        y: list.originY + list.contentHeight
        width: list.rowWidth

        EmptyState {
            width: parent.width
            visible: list.viewModel.tabIndex === 0 && list.viewModel.emptyTimelineText !== ""
            text: list.viewModel.emptyTimelineText
            iconName: "notebook-pen"
        }
        ListRow {
            width: parent.width
            visible: list.viewModel.tabIndex === 0 && list.viewModel.older.text !== ""
            iconName: "download"
            text: list.viewModel.older.text
            secondary: qsTr("Hämta")
            onActivated: list.viewModel.older.open()
        }
        // Made when they are looked at: a file opens on its timeline. A Loader cannot make what is bound to this page.
        Repeater {
            model: list.viewModel.tabIndex === 1 ? 1 : 0

            PersonCardTab {
                width: tab.width
                viewModel: list.viewModel
            }
        }
        Repeater {
            model: list.viewModel.tabIndex === 2 ? 1 : 0

            PersonResultsTab {
                width: tab.width
                viewModel: list.viewModel
            }
        }
    }
    // Written last it comes first for Tab: parents are bound from the last to the first.
    PersonTop {
        id: head
        parent: list.contentItem
        y: list.originY - height
        width: list.rowWidth
        viewModel: list.viewModel
        besides: list.besides
    }
}
