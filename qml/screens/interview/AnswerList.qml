pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// All answers in the order of the form, each one tap from being changed.
Card {
    id: list

    required property ResultContent result
    property bool canChange: false

    signal changeAsked(int row)

    title: qsTr("Alla svar")

    Repeater {
        model: list.result.answers

        AnswerEntry {
            id: entry
            Layout.fillWidth: true
            canChange: list.canChange
            onChangeAsked: list.changeAsked(entry.index)
            onRevealAsked: list.result.revealViolence()
        }
    }
}
