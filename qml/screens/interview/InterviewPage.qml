pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// One question a screen. Answers stand at the bottom, within reach of the thumb, while question and answers fit;
/// otherwise all of it flows in one scroll. From 840 px, and on a phone on its side, question left and answers right.
PageFrame {
    id: page

    required property InterviewViewModel viewModel
    readonly property int turn: page.viewModel.turn
    readonly property bool beside: page.width >= 840 || Theme.lowHeight(page.height)
    /// All questions of an area at once.
    readonly property bool inAreas: page.viewModel.stage === InterviewViewModel.Asking && page.viewModel.areaPage.isShown
    readonly property bool asks: page.viewModel.stage === InterviewViewModel.Asking && !page.inAreas
    readonly property bool listsRows: page.viewModel.stage === InterviewViewModel.Rows

    function enter() {
        scroller.contentY = 0;
        slide.restart();
        page.focusStage(page.viewModel.stage);
        announcer.say(page.viewModel.firstHint);
    }

    /// By what the view model says now: bindings of this page may still be those of the question before.
    function focusStage(stage: int) {
        stage === InterviewViewModel.Rows ? rowsView.enter() : stage === InterviewViewModel.Asking ? page.focusQuestion() : end.enter();
    }
    function focusQuestion() {
        page.viewModel.areaPage.isShown ? areaView.enter() : page.viewModel.input.way > QuestionInput.Boxes ? answers.focusField() : head.focusQuestion();
    }

    title: page.viewModel.title
    backText: qsTr("Pausa")
    backIcon: "x"
    backWords: !Theme.bigText || page.width >= 600
    actions: IconButton {
        iconName: "circle-help"
        text: qsTr("Hjälp")
        onActivated: page.viewModel.openHelp()
    }
    onBack: page.viewModel.pause()
    onTurnChanged: page.enter()

    body: [
        FocusScope {
            id: area

            readonly property real margin: Theme.margin(page.width)
            readonly property real room: Math.min(area.width - 2 * area.margin, page.beside ? 1144 : Theme.maxText)
            readonly property real half: (area.room - Theme.space5) / 2
            readonly property real edge: (area.width - area.room) / 2
            readonly property real needed: page.listsRows ? rowsView.implicitHeight + 2 * Theme.space3 : !page.asks ? end.implicitHeight + 2 * Theme.space3 : page.beside ? Math.max(head.implicitHeight, answers.implicitHeight) + 2 * Theme.space3 : head.implicitHeight + answers.implicitHeight + Theme.space5 + 2 * Theme.space3
            /// Nothing of the page is fixed any more: the three choices stand after the answers.
            readonly property bool flows: Theme.bigText || area.needed > area.height - bar.implicitHeight
            readonly property real viewHeight: area.height - (area.flows ? 0 : bar.implicitHeight)

            anchors.fill: parent

            Binding {
                target: page.viewModel.areaPage
                property: "isWide"
                value: page.width >= 840 && !Theme.lowHeight(page.height)
            }
            AreaView {
                id: areaView
                anchors.fill: parent
                visible: page.inAreas
                viewModel: page.viewModel
            }
            Flickable {
                id: scroller
                visible: !page.inAreas
                width: parent.width
                height: area.viewHeight
                contentWidth: width
                contentHeight: Math.max(area.needed, area.flows ? 0 : height) + (area.flows ? bar.implicitHeight : 0)
                boundsBehavior: Flickable.StopAtBounds
                clip: true

                FocusScope {
                    id: questionScope

                    width: scroller.width
                    height: Math.max(area.needed, area.flows ? 0 : scroller.height)
                    focus: true
                    Keys.onShortcutOverride: event => event.accepted = page.viewModel.wantsKey(event.key, event.modifiers)
                    Keys.onPressed: event => event.accepted = page.viewModel.takeKey(event.key, event.modifiers)

                    QuestionHead {
                        id: head
                        x: area.edge + shift.x
                        y: Theme.space3
                        width: page.beside ? area.half : area.room
                        visible: page.asks
                        large: page.width >= 600 && !Theme.lowHeight(page.height)
                        viewModel: page.viewModel
                    }
                    RowsView {
                        id: rowsView
                        x: area.edge + shift.x
                        y: Theme.space3
                        width: Math.min(area.room, Theme.maxText)
                        visible: page.listsRows
                        viewModel: page.viewModel
                    }
                    InterviewEnd {
                        id: end
                        x: area.edge
                        y: Theme.space3
                        width: area.room
                        visible: page.viewModel.doneText !== ""
                        viewModel: page.viewModel
                    }
                    AnswerGroup {
                        id: answers
                        x: (page.beside ? area.edge + area.half + Theme.space5 : area.edge) + shift.x
                        y: page.beside && area.flows ? Theme.space3 : page.beside ? Math.max(Theme.space3, (parent.height - height) / 2) : parent.height - height - Theme.space3
                        width: page.beside ? area.half : area.room
                        visible: page.asks
                        viewModel: page.viewModel
                    }
                }
                QuestionBar {
                    id: bar
                    parent: area.flows ? scroller.contentItem : area
                    y: area.flows ? questionScope.height : area.height - height
                    width: area.width
                    visible: page.asks
                    contentWidth: area.room
                    viewModel: page.viewModel
                }
            }
        }
    ]

    QtObject {
        id: shift
        property real x: 0
    }
    NumberAnimation {
        id: slide
        target: shift
        property: "x"
        from: page.viewModel.isBack ? -24 : 24
        to: 0
        duration: Theme.motionMove
        easing.type: Easing.OutCubic
    }
    NoteSheet {
        note: page.viewModel.note
    }
    Announcer {
        id: announcer
        parent: page
    }
}
