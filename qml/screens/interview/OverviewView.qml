pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// Every answer of the talk so far; a press leads to that question, and back to the one that was shown.
FocusScope {
    id: view

    required property InterviewViewModel viewModel

    function enter() {
        list.positionViewAtBeginning();
        title.takeFocus();
    }

    Keys.onShortcutOverride: event => event.accepted = view.viewModel.wantsKey(event.key, event.modifiers)
    Keys.onPressed: event => event.accepted = view.viewModel.takeKey(event.key, event.modifiers)

    LongList {
        id: list
        x: (view.width - width) / 2
        width: Math.min(view.width, Theme.maxText + 2 * list.sideMargin)
        height: view.height
        endRoom: Theme.space5
        model: view.viewModel.overview
        above: head
        delegate: AnswerEntry {
            id: entry
            width: list.rowWidth
            canChange: true
            onChangeAsked: view.viewModel.askAgain(entry.index)
            onRevealAsked: view.viewModel.revealViolence()
        }

        FillColumn {
            id: head
            parent: list.contentItem
            y: list.originY - height
            width: list.rowWidth
            spacing: Theme.space2

            FocusHeading {
                id: title
                Layout.fillWidth: true
                text: qsTr("Svaren hittills")
                role: "title"
            }
            AppText {
                Layout.fillWidth: true
                text: view.viewModel.overviewText
                role: "label"
            }
            Button {
                Layout.fillWidth: true
                kind: "outline"
                iconName: "undo-2"
                text: qsTr("Tillbaka till frågorna")
                onActivated: view.viewModel.closeOverview()
            }
            LinkButton {
                visible: view.viewModel.canMisfile
                iconName: "user-x"
                text: qsTr("Förd på fel person")
                onActivated: view.viewModel.openMisfiled()
            }
        }
    }
}
