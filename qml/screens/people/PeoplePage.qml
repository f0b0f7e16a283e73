pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// Personer: found by name or number, narrowed down by what is to be done.
PageFrame {
    id: page

    required property PeopleViewModel viewModel

    title: qsTr("Personer")
    big: true
    showBack: false
    actions: [
        IconButton {
            iconName: "user-plus"
            text: qsTr("Ny person")
            onActivated: page.viewModel.openNewPerson()
        }
    ]
    strip: [
        SearchField {
            id: searchField
            Layout.fillWidth: true
            label: qsTr("Sök namn eller nummer")
            text: page.viewModel.query
            countText: page.viewModel.countText
            onEdited: text => page.viewModel.search(text)
            onCleared: page.viewModel.search("")
        },
        StatusStrip {
            text: page.viewModel.syncStrip.text
            tone: page.viewModel.syncStrip.tone
            iconName: page.viewModel.syncStrip.iconName
            onActivated: page.viewModel.syncStrip.open()
        },
        Banner {
            text: page.viewModel.problem
            tone: "danger"
        }
    ]
    bodyList: list
    body: [
        LongList {
            id: list
            anchors.fill: parent
            // The words of a row stand under those of the header.
            sideMargin: page.sideMargin - Theme.space4
            model: page.viewModel.rows
            reuseItems: true
            above: head
            // Rows that wait to be used again are still in the way of Tab and of readers.
            delegate: ListRow {
                id: row
                required property int index
                required property string who
                required property string what
                required property string when
                required property string stateText
                required property string stateTone
                required property bool isChosen

                width: list.rowWidth
                text: row.who
                secondary: row.what
                trailing: row.when
                chosen: row.isChosen
                divider: row.index > 0
                position: row.index + 1
                count: list.count
                details: row.stateText
                onActivated: page.viewModel.open(row.index)
                ListView.onPooled: row.visible = false
                ListView.onReused: row.visible = true

                StateChip {
                    text: row.stateText
                    tone: row.stateTone
                }
            }

            PeopleHeader {
                id: head
                parent: list.contentItem
                y: list.originY - height
                width: list.rowWidth
                viewModel: page.viewModel
            }
        }
    ]

    Connections {
        target: page.viewModel

        function onSearchWanted() {
            searchField.focusField();
        }
    }
}
