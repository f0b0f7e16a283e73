pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The worker has the device back: how it was, and only then, asked for, the result.
FillColumn {
    id: returned

    required property HandoverViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space4

    AppText {
        Layout.fillWidth: true
        text: returned.viewModel.answeredText
        role: "strong"
    }
    StateChip {
        text: returned.viewModel.talk.selfReportedText
        tone: "info"
        iconName: "tablet-smartphone"
    }
    TalkCard {
        visible: returned.viewModel.isInFile
        talk: returned.viewModel.talk
    }
    Banner {
        text: returned.viewModel.talk.reliabilityText
        tone: "conflict"
    }
    AdviceBox {
        Layout.fillWidth: true
        visible: returned.viewModel.isComplete && returned.viewModel.hasAnswers
        text: qsTr("Fråga personen först: vill du att vi tittar på vad svaren säger?")
    }
    Button {
        Layout.fillWidth: true
        visible: returned.viewModel.isComplete && returned.viewModel.hasAnswers
        kind: "primary"
        text: qsTr("Visa resultatet")
        onActivated: returned.viewModel.showResult()
    }
    Button {
        Layout.fillWidth: true
        visible: !returned.viewModel.isComplete
        kind: "primary"
        text: qsTr("Fortsätt som samtal")
        onActivated: returned.viewModel.goOnAsTalk()
    }
    Button {
        Layout.fillWidth: true
        visible: !returned.viewModel.isComplete
        iconName: "tablet-smartphone"
        text: qsTr("Lämna över igen")
        onActivated: returned.viewModel.handOver()
    }
    Button {
        Layout.fillWidth: true
        kind: "quiet"
        text: qsTr("Inte nu")
        onActivated: returned.viewModel.finish()
    }
}
