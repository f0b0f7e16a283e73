pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// What was saved, what is booked, and the way back.
FillColumn {
    id: view

    required property LobContactViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space3

    AppText {
        Layout.fillWidth: true
        text: view.viewModel.header.personName
        role: "title"
        heading: true
    }
    Card {
        AppText {
            Layout.fillWidth: true
            text: view.viewModel.savedText
            role: "strong"
        }
        Fact {
            Layout.fillWidth: true
            iconName: "calendar-clock"
            strong: true
            text: view.viewModel.nextText
        }
        AppText {
            Layout.fillWidth: true
            visible: text !== ""
            text: view.viewModel.nextReason
            role: "meta"
            muted: true
        }
    }
    UndoRow {
        Layout.fillWidth: true
        iconName: "smartphone"
        text: view.viewModel.undoText
        onActivated: view.viewModel.undo()
    }
}
