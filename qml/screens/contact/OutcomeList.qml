pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Outcomes as big buttons, one a row.
FillColumn {
    id: list

    required property ChoiceListModel choices

    Layout.fillWidth: true
    spacing: Theme.space3

    Repeater {
        model: list.choices

        OutcomeButton {
            id: outcome

            required property int index
            required text
            required iconName
            required note
            required chosen

            Layout.fillWidth: true
            onActivated: list.choices.choose(outcome.index)
        }
    }
}
