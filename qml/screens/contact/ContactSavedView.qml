pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The contact is saved; the way back stands still.
FillColumn {
    id: view

    required property ContactViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space3

    AppText {
        Layout.fillWidth: true
        text: view.viewModel.savedText
        role: "heading"
        heading: true
    }
    UndoRow {
        Layout.fillWidth: true
        iconName: "smartphone"
        text: view.viewModel.undoText
        onActivated: view.viewModel.undo()
    }
    LinkButton {
        visible: view.viewModel.hasMet
        iconName: "qr-code"
        text: qsTr("Ge kontaktkort")
        onActivated: view.viewModel.giveCard()
    }
}
