pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// Where one is, what is asked, and what went wrong with the last answer. The question itself takes the focus, so that
/// readers say it and digits answer it.
FillColumn {
    id: head

    required property InterviewViewModel viewModel
    property bool large: false
    /// The person reads it.
    property bool personal: false

    function focusQuestion() {
        question.takeFocus();
    }

    spacing: Theme.space2

    SegmentProgress {
        done: Math.max(0, head.viewModel.questionNumber - 1)
        count: head.viewModel.questionCount
        text: head.viewModel.progressText
    }
    GridLayout {
        Layout.fillWidth: true
        columns: Theme.hugeText ? 1 : 2
        columnSpacing: Theme.space3
        rowSpacing: Theme.space1

        AppText {
            Layout.fillWidth: true
            text: head.viewModel.progressText
            role: "label"
        }
        StateChip {
            text: head.viewModel.savedText
            tone: "offline"
            iconName: "smartphone"
        }
    }
    Fact {
        Layout.fillWidth: true
        visible: text !== ""
        text: head.viewModel.notice
        iconName: "info"
        strong: true
    }
    Banner {
        text: head.viewModel.problem
        tone: "danger"
        actionText: qsTr("Försök igen")
        onActivated: head.viewModel.retry()
    }
    AppText {
        Layout.fillWidth: true
        text: head.viewModel.groupText
        role: "label"
        muted: true
    }
    Repeater {
        model: head.viewModel.introLines

        Fact {
            required property string modelData
            Layout.fillWidth: true
            text: modelData
            iconName: "info"
        }
    }
    AppText {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space2
        text: head.viewModel.timeWindow
        large: head.personal
        muted: true
    }
    FocusHeading {
        id: question
        Layout.fillWidth: true
        text: head.viewModel.question
        role: head.personal ? "questionSelf" : "question"
        large: head.large
        ringAlways: head.viewModel.digitsShown
        Accessible.name: head.viewModel.spokenQuestion
    }
    SecondText {
        Layout.fillWidth: true
        text: head.viewModel.second.question
        role: "strong"
        large: head.large
        rightToLeft: head.viewModel.second.isRightToLeft
    }
    GlassPictures {
        Layout.fillWidth: true
        visible: head.viewModel.showsGlasses
        text: head.viewModel.hint
    }
    AppText {
        Layout.fillWidth: true
        visible: text !== "" && (!head.viewModel.showsGlasses || head.viewModel.isForeign)
        text: head.viewModel.hint
        role: head.personal ? "body" : "row"
        large: head.personal
        muted: true
    }
    SecondText {
        Layout.fillWidth: true
        text: head.viewModel.second.hint
        role: "row"
        rightToLeft: head.viewModel.second.isRightToLeft
    }
    LinkButton {
        visible: head.viewModel.canReadAloud
        iconName: "volume-2"
        text: qsTr("Läs upp")
        accessibleName: qsTr("Läs upp frågan och svaren")
        onActivated: head.viewModel.readAloud()
    }
    AppText {
        Layout.fillWidth: true
        text: head.viewModel.firstHint
        role: "meta"
        muted: true
    }
    AppText {
        Layout.fillWidth: true
        text: head.viewModel.wordingNote
        role: "meta"
        muted: true
    }
    TrainingCard {
        Layout.fillWidth: true
        visible: head.viewModel.tellsTraining
        training: head.viewModel.training
    }
    Card {
        Layout.fillWidth: true
        visible: head.viewModel.ratingBasis.length > 0
        title: qsTr("Det som styr skattningen")

        Repeater {
            model: head.viewModel.ratingBasis

            AppText {
                required property string modelData
                Layout.fillWidth: true
                text: modelData
                role: "row"
            }
        }
    }
}
