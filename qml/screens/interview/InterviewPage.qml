pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// A talk with questions, one on each screen.
PageFrame {
    id: page

    required property InterviewViewModel viewModel
    readonly property bool looksOver: page.viewModel.stage === InterviewViewModel.Overview

    title: page.viewModel.title
    recordingText: page.viewModel.recording.text
    recordingReason: page.viewModel.recording.reason
    subtitle: page.viewModel.whoseText
    backText: page.looksOver ? qsTr("Tillbaka") : qsTr("Pausa")
    backIcon: page.looksOver ? "arrow-left" : "x"
    backWords: !Theme.bigText || page.width >= 600
    actions: [
        IconButton {
            iconName: "eye-off"
            text: qsTr("Dölj nu")
            description: qsTr("Någon kom in: låser och visar en sida som vem som helst får se")
            onActivated: page.viewModel.hideNow()
        },
        IconButton {
            visible: page.width >= 600
            iconName: "circle-help"
            text: qsTr("Hjälp")
            onActivated: page.viewModel.openHelp()
        },
        IconButton {
            iconName: "ellipsis-vertical"
            text: qsTr("Fler val")
            onActivated: more.open()
        }
    ]
    onBack: page.viewModel.pause()

    body: [
        QuestionArea {
            anchors.fill: parent
            viewModel: page.viewModel
        }
    ]

    TalkSheet {
        id: more
        viewModel: page.viewModel
    }
    NoteSheet {
        note: page.viewModel.note
    }
}
