pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// One question with its answers, in a talk or in the person's own hands. Answers stand at the bottom, within reach of the
/// thumb, while question and answers fit; otherwise all of it flows in one scroll. From 840 px, and on a phone on its side,
/// question left and answers right.
FocusScope {
    id: area

    required property InterviewViewModel viewModel
    /// The person reads it: all of it is larger.
    property bool personal: false
    readonly property int turn: area.viewModel.turn
    readonly property bool beside: area.width >= 840 || Theme.lowHeight(area.Window.height)
    /// All questions of an area at once; never while the person has the device.
    readonly property bool inAreas: area.viewModel.stage === InterviewViewModel.Asking && area.viewModel.areaPage.isShown
    readonly property bool asks: area.viewModel.stage === InterviewViewModel.Asking && !area.inAreas
    readonly property bool listsRows: area.viewModel.stage === InterviewViewModel.Rows
    readonly property bool looksOver: area.viewModel.stage === InterviewViewModel.Overview
    readonly property real margin: Theme.margin(area.width)
    readonly property real room: Math.min(area.width - 2 * area.margin, area.beside ? 1144 : Theme.maxText)
    readonly property real half: (area.room - Theme.space5) / 2
    readonly property real edge: (area.width - area.room) / 2
    readonly property real needed: area.listsRows ? rowsView.implicitHeight + 2 * Theme.space3 : start.visible ? start.implicitHeight + 2 * Theme.space3 : !area.asks ? end.implicitHeight + 2 * Theme.space3 : area.beside ? Math.max(head.implicitHeight, answers.implicitHeight) + 2 * Theme.space3 : head.implicitHeight + answers.implicitHeight + Theme.space5 + 2 * Theme.space3
    /// Nothing of the page is fixed any more: the three choices stand after the answers.
    readonly property bool flows: Theme.bigText || area.needed > area.height - bar.implicitHeight
    readonly property real viewHeight: area.height - (area.flows ? 0 : bar.implicitHeight)

    function enter() {
        scroller.contentY = 0;
        slide.restart();
        area.focusStage(area.viewModel.stage);
        announcer.say(area.viewModel.firstHint);
    }
    /// By what the view model says now: bindings of this page may still be those of the question before.
    function focusStage(stage: int) {
        stage === InterviewViewModel.Overview ? overview.enter() : stage === InterviewViewModel.Rows ? rowsView.enter() : stage === InterviewViewModel.Asking ? area.focusQuestion() : end.enter();
    }
    function focusQuestion() {
        area.viewModel.areaPage.isShown ? areaView.enter() : area.viewModel.input.way > QuestionInput.Boxes ? answers.focusField() : head.focusQuestion();
    }

    onTurnChanged: area.enter()
    Keys.onPressed: event => event.accepted = area.viewModel.takePageKey(event.key, event.modifiers)

    Binding {
        target: area.viewModel.areaPage
        property: "isWide"
        value: !area.personal && area.width >= 840 && !Theme.lowHeight(area.Window.height)
    }
    AreaView {
        id: areaView
        anchors.fill: parent
        visible: area.inAreas
        viewModel: area.viewModel
    }
    OverviewView {
        id: overview
        anchors.fill: parent
        visible: area.looksOver
        viewModel: area.viewModel
    }
    Flickable {
        id: scroller
        visible: !area.inAreas && !area.looksOver
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
            Keys.onShortcutOverride: event => event.accepted = area.viewModel.wantsKey(event.key, event.modifiers)
            Keys.onPressed: event => event.accepted = area.viewModel.takeKey(event.key, event.modifiers)

            QuestionHead {
                id: head
                x: area.edge + shift.x
                y: Theme.space3
                width: area.beside ? area.half : area.room
                visible: area.asks
                large: area.width >= 600 && !Theme.lowHeight(area.Window.height)
                personal: area.personal
                viewModel: area.viewModel
            }
            RowsView {
                id: rowsView
                x: area.edge + shift.x
                y: Theme.space3
                width: Math.min(area.room, Theme.maxText)
                visible: area.listsRows
                viewModel: area.viewModel
            }
            SafeStart {
                id: start
                x: area.edge
                y: Theme.space3
                width: area.room
                visible: area.viewModel.stage === InterviewViewModel.Alone
                viewModel: area.viewModel
            }
            Banner {
                x: area.edge
                y: Theme.space3
                width: area.room
                visible: !area.personal && area.viewModel.stage === InterviewViewModel.Opening && text !== ""
                text: area.viewModel.problem
                tone: "danger"
                actionText: qsTr("Försök igen")
                onActivated: area.viewModel.retry()
            }
            InterviewEnd {
                id: end
                x: area.edge
                y: Theme.space3
                width: area.room
                visible: !area.personal && area.viewModel.doneText !== ""
                viewModel: area.viewModel
            }
            AnswerGroup {
                id: answers
                x: (area.beside ? area.edge + area.half + Theme.space5 : area.edge) + shift.x
                y: area.beside && area.flows ? Theme.space3 : area.beside ? Math.max(Theme.space3, (parent.height - height) / 2) : parent.height - height - Theme.space3
                width: area.beside ? area.half : area.room
                visible: area.asks
                large: area.personal
                viewModel: area.viewModel
            }
        }
        QuestionBar {
            id: bar
            parent: area.flows ? scroller.contentItem : area
            y: area.flows ? questionScope.height : area.height - height
            width: area.width
            visible: area.asks
            contentWidth: area.room
            viewModel: area.viewModel
        }
    }
    QtObject {
        id: shift
        property real x: 0
    }
    NumberAnimation {
        id: slide
        target: shift
        property: "x"
        from: area.viewModel.isBack ? -24 : 24
        to: 0
        duration: Theme.motionMove
        easing.type: Easing.OutCubic
    }
    Announcer {
        id: announcer
    }
}
