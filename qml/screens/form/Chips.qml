pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The chips of one question.
ChipGroup {
    id: chips

    required property ChoiceListModel choices

    Layout.fillWidth: true
    names: chips.choices.names
    currentIndex: chips.choices.chosenIndex
    onChosen: index => chips.choices.choose(index)
}
