pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// One visit of the plan: what stands on I dag of it, who goes, what is packed, and its place in the order.
FillColumn {
    id: visit

    required property VisitPlanViewModel viewModel
    required property int total
    required property int index
    required property string kind
    required property string text
    required property string secondary
    required property string trailing
    required property string chip
    required property string tone

    Layout.fillWidth: true
    spacing: Theme.space2

    SectionHeading {
        Layout.fillWidth: true
        visible: text !== ""
        level: "heading"
        text: visit.kind
    }
    Card {
        Layout.fillWidth: true
        flush: true

        ListRow {
            Layout.fillWidth: true
            iconName: "calendar-clock"
            text: visit.text
            secondary: visit.secondary
            trailing: visit.trailing
            position: visit.index + 1
            count: visit.total
            details: visit.chip
            onActivated: visit.viewModel.plan(visit.index)

            Fact {
                text: visit.chip
                iconName: "list-checks"
            }
        }
        FlowRow {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space3
            Layout.rightMargin: Theme.space3

            LinkButton {
                iconName: "map-pin"
                text: qsTr("Checka in")
                accessibleName: qsTr("Checka in, %1 %2").arg(visit.text).arg(visit.trailing)
                onActivated: visit.viewModel.checkInAt(visit.index)
            }
            LinkButton {
                visible: visit.kind === ""
                iconName: "arrow-up"
                text: qsTr("Tidigare")
                accessibleName: qsTr("Flytta tidigare, %1 %2").arg(visit.text).arg(visit.trailing)
                onActivated: visit.viewModel.moveUp(visit.index)
            }
            LinkButton {
                visible: visit.tone !== "last"
                iconName: "arrow-down"
                text: qsTr("Senare")
                accessibleName: qsTr("Flytta senare, %1 %2").arg(visit.text).arg(visit.trailing)
                onActivated: visit.viewModel.moveDown(visit.index)
            }
        }
    }
}
