pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The rows of a group that is asked once for each of several things: add, change, take away, go on.
FillColumn {
    id: view

    required property InterviewViewModel viewModel
    readonly property InterviewRows rows: view.viewModel.rows

    spacing: Theme.space3

    function enter() {
        title.takeFocus();
    }

    FocusHeading {
        id: title
        Layout.fillWidth: true
        text: view.rows.title
        role: "question"
    }
    AppText {
        Layout.fillWidth: true
        text: view.rows.hint
        role: "row"
        muted: true
    }
    Banner {
        text: view.viewModel.problem
        tone: "danger"
        actionText: qsTr("Försök igen")
        onActivated: view.viewModel.retry()
    }
    AppText {
        Layout.fillWidth: true
        text: view.rows.countText
        role: "label"
    }
    Repeater {
        model: view.rows

        Card {
            id: entry

            required property int index
            required property string summary
            required title

            Layout.fillWidth: true

            AppText {
                Layout.fillWidth: true
                text: entry.summary
                role: "row"
                muted: true
            }
            FlowRow {
                Layout.fillWidth: true

                LinkButton {
                    iconName: "pen-line"
                    text: qsTr("Ändra")
                    accessibleName: qsTr("Ändra, %1").arg(entry.title)
                    onActivated: view.rows.change(entry.index)
                }
                LinkButton {
                    iconName: "x"
                    text: qsTr("Ta bort")
                    accessibleName: qsTr("Ta bort, %1").arg(entry.title)
                    onActivated: view.rows.remove(entry.index)
                }
            }
        }
    }
    UndoRow {
        text: view.rows.undoText
        onActivated: view.rows.undo()
    }
    Button {
        Layout.fillWidth: true
        visible: view.rows.canAdd
        kind: "outline"
        iconName: "plus"
        text: qsTr("Lägg till")
        accessibleName: qsTr("Lägg till, %1").arg(view.rows.title)
        onActivated: view.rows.add()
    }
    Button {
        Layout.fillWidth: true
        kind: "primary"
        iconName: "arrow-right"
        text: qsTr("Nästa")
        onActivated: view.viewModel.leaveRows()
    }
    LinkButton {
        iconName: "undo-2"
        text: qsTr("Till frågan före")
        onActivated: view.viewModel.changePrevious()
    }
}
