pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The field of an answer that is written. What is typed is kept as it is typed; [Nästa] makes it the answer.
FillColumn {
    id: field

    required property InterviewViewModel viewModel
    readonly property QuestionInput input: field.viewModel.input
    readonly property bool inLines: field.input.way === QuestionInput.Lines
    readonly property int hints: field.input.way === QuestionInput.Number ? Qt.ImhDigitsOnly : field.input.way === QuestionInput.Decimal ? Qt.ImhFormattedNumbersOnly : field.input.way === QuestionInput.Date ? Qt.ImhPreferNumbers : Qt.ImhNone
    readonly property string spoken: qsTr("%1, %2").arg(field.input.label).arg(field.viewModel.question)

    function focusField() {
        field.inLines ? lines.focusField() : line.focusField();
    }

    spacing: 0

    Connections {
        target: field.viewModel
        function onFieldWanted() {
            field.focusField();
        }
    }
    TextField {
        id: line
        Layout.fillWidth: true
        visible: !field.inLines
        label: field.input.label
        accessibleName: field.spoken
        help: field.input.help
        unit: field.input.unit
        text: field.input.typed
        error: field.input.problem
        inputHints: field.hints
        onEdited: text => field.input.edit(text)
        onAccepted: field.viewModel.goOn()
    }
    TextArea {
        id: lines
        Layout.fillWidth: true
        visible: field.inLines
        label: field.input.label
        accessibleName: field.spoken
        text: field.input.typed
        error: field.input.problem
        onEdited: text => field.input.edit(text)
    }
}
