pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The answers, under the standing way back. The slot above them always has its height, so that answers never jump.
FillColumn {
    id: group

    required property InterviewViewModel viewModel

    spacing: Theme.space2

    function focusField() {
        field.focusField();
    }

    Item {
        Layout.fillWidth: true
        implicitHeight: Math.max(Theme.target, wayBack.implicitHeight, decline.implicitHeight)

        RowLayout {
            id: wayBack
            width: parent.width
            anchors.verticalCenter: parent.verticalCenter
            visible: group.viewModel.previousText !== ""
            spacing: Theme.space3

            AppText {
                Layout.fillWidth: true
                text: group.viewModel.previousText
                role: "row"
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
        LinkButton {
            id: decline
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width)
            visible: group.viewModel.canDecline
            text: qsTr("Personen avstår från frågorna")
            onActivated: group.viewModel.decline()
        }
    }
    Repeater {
        model: group.viewModel.input.way === QuestionInput.Boxes ? null : group.viewModel.options

        AnswerButton {
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
