pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// All questions of one area on a page, the areas beside it.
FocusScope {
    id: view

    required property InterviewViewModel viewModel
    readonly property AreaPage area: view.viewModel.areaPage
    readonly property int turn: view.area.turn

    function enter() {
        scroller.contentY = 0;
        pageTitle.takeFocus();
    }

    onTurnChanged: view.enter()

    Flickable {
        id: rail
        width: Math.min(300, parent.width * 0.34)
        height: parent.height
        contentWidth: width
        contentHeight: names.implicitHeight + 2 * Theme.space3
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: ScrollMark {}

        FillColumn {
            id: names
            x: Theme.space3
            y: Theme.space3
            width: rail.width - 2 * Theme.space3
            spacing: Theme.space1

            Repeater {
                model: view.area.areas

                ListRow {
                    id: entry

                    required property int index
                    required property string title
                    required property string progress
                    required property bool current
                    required property bool done

                    Layout.fillWidth: true
                    iconName: entry.done ? "check" : "circle"
                    text: entry.title
                    secondary: entry.progress
                    chosen: entry.current
                    onActivated: view.area.openArea(entry.index)
                }
            }
        }
    }
    Divider {
        x: rail.width
        width: 1
        height: parent.height
    }
    Flickable {
        id: scroller
        x: rail.width + 1
        width: parent.width - x
        height: parent.height
        contentWidth: width
        contentHeight: page.implicitHeight + 2 * Theme.space4
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        T.ScrollBar.vertical: ScrollMark {}

        FillColumn {
            id: page
            x: Math.max(Theme.space5, (scroller.width - width) / 2)
            y: Theme.space4
            width: Math.min(scroller.width - 2 * Theme.space5, 760)
            spacing: Theme.space3

            FocusHeading {
                id: pageTitle
                Layout.fillWidth: true
                text: view.area.title
                role: "title"
            }
            GridLayout {
                Layout.fillWidth: true
                columns: Theme.hugeText ? 1 : 2
                columnSpacing: Theme.space3
                rowSpacing: Theme.space1

                AppText {
                    Layout.fillWidth: true
                    text: view.area.progressText
                    role: "label"
                }
                StateChip {
                    text: view.viewModel.savedText
                    tone: "offline"
                    iconName: "smartphone"
                }
            }
            Fact {
                Layout.fillWidth: true
                visible: text !== ""
                text: view.viewModel.notice
                iconName: "info"
                strong: true
            }
            Banner {
                text: view.viewModel.problem
                tone: "danger"
                actionText: qsTr("Försök igen")
                onActivated: view.viewModel.retry()
            }
            TrainingCard {
                Layout.fillWidth: true
                visible: view.viewModel.tellsTraining
                training: view.viewModel.training
            }
            Repeater {
                model: view.area.shownItems

                AreaItem {
                    Layout.fillWidth: true
                    area: view.area
                    notes: view.viewModel.canNote
                }
            }
            Button {
                Layout.fillWidth: true
                kind: "primary"
                iconName: "arrow-right"
                text: view.area.nextText
                onActivated: view.area.next()
            }
        }
    }
}
