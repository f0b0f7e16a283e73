pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The answers, under the standing way back. The slot above them always has its height, so that answers never jump.
FillColumn {
    id: group

    required property InterviewViewModel viewModel
    /// The person reads it.
    property bool large: false

    spacing: Theme.space2

    function focusField() {
        field.focusField();
    }

    Item {
        Layout.fillWidth: true
        implicitHeight: Math.max(Theme.target, wayBack.visible ? wayBack.implicitHeight : waysElse.implicitHeight)

        RowLayout {
            id: wayBack
            width: parent.width
            anchors.verticalCenter: parent.verticalCenter
            visible: group.viewModel.previousText !== ""
            spacing: Theme.space3

            AppText {
                Layout.fillWidth: true
                text: group.viewModel.previousText
                role: group.large ? "body" : "row"
            }
            LinkButton {
                iconName: "undo-2"
                text: qsTr("Ändra")
                accessibleName: qsTr("Ändra, %1").arg(group.viewModel.previousText)
                onPressed: group.viewModel.beginTap()
                onCanceled: group.viewModel.cancelTap()
                onActivated: group.viewModel.changePrevious()
            }
        }
        FlowRow {
            id: waysElse
            width: parent.width
            anchors.verticalCenter: parent.verticalCenter
            visible: !wayBack.visible

            LinkButton {
                visible: group.viewModel.canDecline
                text: qsTr("Personen avstår")
                accessibleName: qsTr("Personen avstår från frågorna")
                onActivated: group.viewModel.decline()
            }
            LinkButton {
                visible: group.viewModel.canHandOver
                iconName: "tablet-smartphone"
                text: qsTr("Lämna över")
                accessibleName: qsTr("Lämna över till personen, som svarar själv")
                onActivated: group.viewModel.handOver()
            }
        }
    }
    Repeater {
        model: group.viewModel.input.way === QuestionInput.Boxes ? null : group.viewModel.options

        AnswerButton {
            id: answer

            required property int index
            required property int answerPosition
            required property int answerDigit
            required property string answerText
            required property bool answerChosen

            Layout.fillWidth: true
            text: answerText
            position: answerPosition
            count: group.viewModel.options.count
            digit: answerDigit
            digitsShown: group.viewModel.digitsShown
            large: group.large
            secondText: group.viewModel.second.options[answer.index] ?? ""
            chosen: answerChosen
            onPressed: group.viewModel.beginTap()
            onCanceled: group.viewModel.cancelTap()
            onActivated: group.viewModel.choose(index)
        }
    }
    Repeater {
        model: group.viewModel.input.way === QuestionInput.Boxes ? group.viewModel.options : null

        AnswerBox {
            required property int index
            required property int answerPosition
            required property string answerText
            required property bool answerChosen

            Layout.fillWidth: true
            text: answerText
            position: answerPosition
            count: group.viewModel.options.count
            chosen: answerChosen
            onActivated: group.viewModel.choose(index)
        }
    }
    AnswerField {
        id: field
        Layout.fillWidth: true
        visible: group.viewModel.input.hasField
        viewModel: group.viewModel
    }
}
