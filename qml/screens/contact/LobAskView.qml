pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// The one thing that an outcome asks for before it is saved.
FillColumn {
    id: view

    required property LobContactViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space4

    AdviceBox {
        Layout.fillWidth: true
        iconName: "info"
        text: view.viewModel.outcomeNote
    }
    Chips {
        visible: view.viewModel.asksLanguage
        title: qsTr("Vilket språk?")
        choices: view.viewModel.languages
    }
    Chips {
        visible: view.viewModel.asksAgain
        title: qsTr("Får vi höra av oss igen?")
        choices: view.viewModel.talk.again
    }
    Chips {
        visible: view.viewModel.asksAgain && view.viewModel.talk.asksAgainWhen
        title: qsTr("När får vi höra av oss?")
        choices: view.viewModel.talk.againWhen
    }
}
