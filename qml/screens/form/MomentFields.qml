pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// A day and a time by chips, or written where the chips do not hold it.
FillColumn {
    id: fields

    required property MomentPicker picker

    Layout.fillWidth: true
    spacing: Theme.space3

    ChipGroup {
        Layout.fillWidth: true
        title: qsTr("Dag")
        names: fields.picker.dayNames
        currentIndex: fields.picker.dayIndex
        onChosen: index => fields.picker.chooseDay(index)
    }
    TextField {
        Layout.fillWidth: true
        visible: fields.picker.isOtherDay
        label: qsTr("Datum")
        help: qsTr("Skriv som 2026-10-23 eller 23/10.")
        text: fields.picker.otherDay
        onEdited: text => fields.picker.editDay(text)
    }
    ChipGroup {
        Layout.fillWidth: true
        title: qsTr("Tid")
        names: fields.picker.timeNames
        currentIndex: fields.picker.timeIndex
        onChosen: index => fields.picker.chooseTime(index)
    }
    TextField {
        Layout.fillWidth: true
        visible: fields.picker.isOtherTime
        label: qsTr("Klockslag")
        help: qsTr("Skriv som 16:30.")
        text: fields.picker.otherTime
        inputHints: Qt.ImhTime
        onEdited: text => fields.picker.editTime(text)
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: fields.picker.problem
    }
}
