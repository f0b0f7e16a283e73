pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// I dag: what is next, for whom, by when and by which rule.
PageFrame {
    id: page

    required property TodayViewModel viewModel

    title: qsTr("I dag")
    subtitle: page.viewModel.dateText
    big: true
    showBack: false
    actions: [
        IconButton {
            iconName: "filter"
            text: qsTr("Visa en sorts uppgifter")
            description: page.viewModel.filter.text
            marked: page.viewModel.filter.isOn
            onActivated: page.viewModel.filter.open()
        },
        IconButton {
            iconName: "search"
            text: qsTr("Sök person")
            onActivated: page.viewModel.openSearch()
        }
    ]
    strip: [
        StatusStrip {
            text: page.viewModel.syncStrip.text
            tone: page.viewModel.syncStrip.tone
            iconName: page.viewModel.syncStrip.iconName
            onActivated: page.viewModel.syncStrip.open()
        },
        Banner {
            text: page.viewModel.problem
            tone: "danger"
        },
        UndoRow {
            text: page.viewModel.undoRow.text
            onActivated: page.viewModel.undoRow.undo()
        },
        Banner {
            text: page.viewModel.undoRow.problem
            tone: "info"
        }
    ]
    bodyList: list
    body: [
        LongList {
            id: list
            anchors.fill: parent
            sideMargin: page.sideMargin
            model: page.viewModel.rows
            above: head
            delegate: TodayEntry {
                id: entry
                width: list.rowWidth
                count: list.count
                onOpened: page.viewModel.openRow(entry.index)
                onActed: page.viewModel.act(entry.index)
                onAsked: page.viewModel.explain(entry.index)
            }

            TodayHeader {
                id: head
                parent: list.contentItem
                y: list.originY - height
                width: list.rowWidth
                viewModel: page.viewModel
            }
        }
    ]

    TodayFilterSheet {
        filter: page.viewModel.filter
    }
    WhySheet {
        why: page.viewModel.why
    }
    TaskSheet {
        task: page.viewModel.task
    }
}
