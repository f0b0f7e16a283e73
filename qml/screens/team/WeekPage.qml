pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The worker's own week in counts.
PageFrame {
    id: page

    required property WeekViewModel viewModel

    title: qsTr("Min vecka")
    subtitle: page.viewModel.weekText
    onBack: page.viewModel.goBack()

    Banner {
        Layout.fillWidth: true
        text: page.viewModel.problem
        tone: "danger"
    }
    FlowRow {
        Layout.fillWidth: true

        Button {
            compact: true
            enabled: page.viewModel.canGoBack
            iconName: "chevron-left"
            text: qsTr("Tidigare")
            onActivated: page.viewModel.earlier()
        }
        Button {
            compact: true
            enabled: page.viewModel.canGoOn
            iconName: "chevron-right"
            text: qsTr("Senare")
            onActivated: page.viewModel.later()
        }
    }
    EmptyState {
        visible: page.viewModel.emptyText !== ""
        text: page.viewModel.emptyText
        iconName: "info"
    }
    Card {
        visible: rows.count > 0

        Repeater {
            id: rows
            model: page.viewModel.lines

            LabelValue {
                id: row
                required property string text
                required property string trailing

                Layout.fillWidth: true
                label: row.text
                value: row.trailing
            }
        }
    }
    AppText {
        Layout.fillWidth: true
        visible: page.viewModel.tallyText !== ""
        text: page.viewModel.tallyText
        role: "meta"
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("Räknat på den här enheten, av det du har skrivit och som finns kvar här. Siffror om dina kontakter skickas ingenstans.")
        role: "meta"
        muted: true
    }
}
