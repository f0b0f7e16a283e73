pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// The device in a person's hands: first the worker's choices, then the form alone, at last the worker's questions. While
/// the person has it the page has no title and no name, and the way out asks for the passphrase.
PageFrame {
    id: page

    required property HandoverViewModel viewModel
    readonly property int stage: page.viewModel.stage
    readonly property bool isPreparing: page.stage === HandoverViewModel.Preparing
    readonly property bool isReturned: page.stage === HandoverViewModel.Returned
    readonly property bool isHanded: !page.isPreparing && !page.isReturned

    function enter() {
        page.scrollToTop();
        if (page.stage === HandoverViewModel.Asking)
            area.enter();
        else if (page.isHanded)
            person.focusHeading();
        else
            page.focusTitle();
    }

    title: page.isPreparing ? qsTr("Lämna över till personen") : page.isReturned ? qsTr("Tillbaka från personen") : ""
    subtitle: page.isHanded ? "" : page.viewModel.title
    backText: page.isHanded ? qsTr("Avbryt") : qsTr("Tillbaka")
    backIcon: page.isHanded ? "x" : "arrow-left"
    backWords: page.isHanded
    bodyShown: page.stage === HandoverViewModel.Asking
    actions: [
        Button {
            visible: page.isHanded
            kind: "quiet"
            compact: true
            iconName: "eye-off"
            text: qsTr("Dölj nu")
            onActivated: page.viewModel.hideNow()
        },
        IconButton {
            visible: !page.isHanded
            iconName: "circle-help"
            text: qsTr("Hjälp")
            onActivated: page.viewModel.openHelp()
        }
    ]
    onBack: page.viewModel.stepBack()
    onStageChanged: page.enter()

    body: [
        QuestionArea {
            id: area
            anchors.fill: parent
            visible: page.bodyShown
            personal: true
            viewModel: page.viewModel.interview
            LayoutMirroring.enabled: page.viewModel.isRightToLeft
            LayoutMirroring.childrenInherit: true
        }
    ]

    Banner {
        text: page.viewModel.interview.problem
        tone: "danger"
    }
    HandoverPrepare {
        visible: page.isPreparing
        viewModel: page.viewModel
    }
    HandoverPerson {
        id: person
        visible: page.isHanded && !page.bodyShown
        viewModel: page.viewModel
    }
    HandoverReturned {
        visible: page.isReturned
        viewModel: page.viewModel
    }
    ConfirmPassphraseSheet {
        confirm: page.viewModel.confirm
    }
}
