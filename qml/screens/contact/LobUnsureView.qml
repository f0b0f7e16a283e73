pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// Somebody answered: how to find out whether it is the person, without giving anything away.
FillColumn {
    id: view

    required property LobContactViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space3

    AppText {
        Layout.fillWidth: true
        text: view.viewModel.header.personName
        role: "heading"
        heading: true
    }
    AdviceBox {
        Layout.fillWidth: true
        text: view.viewModel.callerAdvice
    }
    OutcomeList {
        choices: view.viewModel.unsure
    }
}
