pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// One task: a new one of the worker's own, or one to be finished, moved or taken off I dag.
BottomSheet {
    id: sheet

    required property TaskViewModel task

    title: sheet.task.isNew ? qsTr("Ny uppgift") : qsTr("Uppgift")
    visible: sheet.task.isOpen
    holdsWork: sheet.task.isTouched
    onClosed: sheet.task.close()

    AppText {
        Layout.fillWidth: true
        text: sheet.task.who
        role: "strong"
    }
    AppText {
        Layout.fillWidth: true
        visible: text !== "" && !sheet.task.hasText
        text: sheet.task.what
    }
    TextField {
        Layout.fillWidth: true
        visible: sheet.task.hasText
        label: qsTr("Vad ska göras?")
        text: sheet.task.taskText
        error: sheet.task.textProblem
        maximumLength: 500
        onEdited: text => sheet.task.setTaskText(text)
    }
    ChipGroup {
        Layout.fillWidth: true
        title: qsTr("Vilken dag?")
        names: sheet.task.days
        currentIndex: sheet.task.dayIndex
        onChosen: index => sheet.task.chooseDay(index)
    }
    ChipGroup {
        Layout.fillWidth: true
        title: qsTr("Vilken tid?")
        names: sheet.task.times
        currentIndex: sheet.task.timeIndex
        onChosen: index => sheet.task.chooseTime(index)
    }
    TextField {
        Layout.fillWidth: true
        visible: sheet.task.isOtherTime
        label: qsTr("Klockslag")
        help: qsTr("Skriv som 16:30.")
        text: sheet.task.otherTime
        inputHints: Qt.ImhTime
        onEdited: text => sheet.task.editTime(text)
    }
    Banner {
        Layout.fillWidth: true
        text: sheet.task.timeProblem
        tone: "danger"
    }
    AppText {
        Layout.fillWidth: true
        visible: sheet.task.timeIndex > 0
        text: qsTr("Enheten påminner då, utan att säga om vad eller vem.")
        role: "meta"
        muted: true
    }
    Banner {
        Layout.fillWidth: true
        text: sheet.task.problem
        tone: "danger"
    }
    LinkButton {
        visible: !sheet.task.isNew
        iconName: "user"
        text: qsTr("Öppna personen")
        onActivated: sheet.task.openPerson()
    }
    LinkButton {
        visible: !sheet.task.isNew
        iconName: "x"
        text: qsTr("Ta bort från I dag")
        onActivated: sheet.task.drop()
    }
    actions: [
        Button {
            kind: "primary"
            text: sheet.task.isNew ? qsTr("Spara") : qsTr("Klar")
            iconName: sheet.task.isNew ? "" : "check"
            onActivated: sheet.task.finishOrSave()
        },
        Button {
            visible: !sheet.task.isNew
            text: qsTr("Spara ändringen")
            onActivated: sheet.task.save()
        }
    ]
}
