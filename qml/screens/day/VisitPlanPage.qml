pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// "Besöksplan": the visits of today and tomorrow in their order; one of them with all that is planned for it.
PageFrame {
    id: page

    required property VisitPlanViewModel viewModel

    title: page.viewModel.isPlanning ? page.viewModel.who : qsTr("Besöksplan")
    subtitle: page.viewModel.when
    onBack: page.viewModel.stepBack()

    bar: [
        Button {
            visible: page.viewModel.isPlanning
            kind: "outline"
            iconName: "map-pin"
            text: qsTr("Checka in")
            onActivated: page.viewModel.checkIn()
        },
        Button {
            visible: page.viewModel.isPlanning
            kind: "primary"
            text: qsTr("Klar")
            onActivated: page.viewModel.stepBack()
        }
    ]

    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: page.viewModel.problem
        actionText: qsTr("Stäng")
        onActivated: page.viewModel.dismissProblem()
    }
    UndoRow {
        Layout.fillWidth: true
        iconName: "smartphone"
        text: page.viewModel.undoText
        onActivated: page.viewModel.undo()
    }
    EmptyState {
        Layout.fillWidth: true
        visible: text !== ""
        iconName: "calendar"
        text: page.viewModel.emptyText
    }
    LinkButton {
        visible: page.viewModel.isOwnOrder && !page.viewModel.isPlanning
        iconName: "clock"
        text: qsTr("Ordna efter tid")
        onActivated: page.viewModel.orderByTime()
    }
    Repeater {
        id: rows
        model: page.viewModel.isPlanning ? null : page.viewModel.visits

        VisitPlanRow {
            viewModel: page.viewModel
            total: rows.count
        }
    }
    Step {
        shown: page.viewModel.isPlanning

        VisitPlanDetails {
            viewModel: page.viewModel
        }
    }
}
