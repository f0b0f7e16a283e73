pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Who stands in, and from which day to which.
FillColumn {
    id: fields

    required property DeputyViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space4

    RadioList {
        Layout.fillWidth: true
        title: qsTr("Vem är ersättare?")
        names: fields.viewModel.colleagues
        currentIndex: fields.viewModel.colleagueIndex
        error: fields.viewModel.colleagueProblem
        onChosen: index => fields.viewModel.chooseColleague(index)
    }
    ChipGroup {
        Layout.fillWidth: true
        title: qsTr("Hur länge, från i dag?")
        names: fields.viewModel.spans
        currentIndex: fields.viewModel.spanIndex
        onChosen: index => fields.viewModel.chooseSpan(index)
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Första dagen")
        text: fields.viewModel.firstDay
        error: fields.viewModel.firstProblem
        maximumLength: 20
        inputHints: Qt.ImhPreferNumbers
        onEdited: text => fields.viewModel.setFirstDay(text)
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Sista dagen")
        text: fields.viewModel.lastDay
        error: fields.viewModel.lastProblem
        maximumLength: 20
        inputHints: Qt.ImhPreferNumbers
        onEdited: text => fields.viewModel.setLastDay(text)
    }
}
