pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Whom to ask, and what whoever takes over needs to know.
FillColumn {
    id: fields

    required property TakeoverViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space4

    RadioList {
        Layout.fillWidth: true
        title: qsTr("Vem frågar du?")
        names: fields.viewModel.colleagues
        currentIndex: fields.viewModel.colleagueIndex
        error: fields.viewModel.colleagueProblem
        onChosen: index => fields.viewModel.chooseColleague(index)
    }
    TextArea {
        Layout.fillWidth: true
        label: qsTr("Vad är öppet, vad behöver man veta?")
        text: fields.viewModel.text
        onEdited: text => fields.viewModel.setText(text)
    }
}
