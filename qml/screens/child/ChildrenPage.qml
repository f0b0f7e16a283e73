pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// The children in a person's life, each with the step that was taken, and what can be done now.
PageFrame {
    id: page

    required property ChildrenViewModel viewModel

    title: qsTr("Barn")
    recordingText: page.viewModel.recording.text
    recordingReason: page.viewModel.recording.reason
    subtitle: page.viewModel.who
    onBack: page.viewModel.close()
    strip: [
        UndoRow {
            text: page.viewModel.undoRow.text
            onActivated: page.viewModel.undoRow.undo()
        }
    ]

    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: page.viewModel.problem
        actionText: qsTr("Stäng")
        onActivated: page.viewModel.dismissProblem()
    }
    Banner {
        Layout.fillWidth: true
        text: page.viewModel.undoRow.problem
    }
    SkeletonRow {
        visible: page.viewModel.isLoading
    }
    Step {
        shown: !page.viewModel.isLoading

        ChildrenBody {
            viewModel: page.viewModel
        }
    }
}
