pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Results of questions, the latest first.
FillColumn {
    id: tab

    required property PersonViewModel viewModel

    spacing: Theme.space3

    EmptyState {
        Layout.fillWidth: true
        visible: tab.viewModel.emptyResultsText !== ""
        text: tab.viewModel.emptyResultsText
        iconName: "clipboard-list"
    }
}
