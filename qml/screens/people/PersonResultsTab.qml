pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// What questions have shown: each instrument over time, and every result, the latest first.
FillColumn {
    id: tab

    required property PersonViewModel viewModel

    spacing: Theme.space3

    EmptyState {
        Layout.fillWidth: true
        visible: tab.viewModel.emptyResultsText !== ""
        text: tab.viewModel.emptyResultsText
        iconName: "clipboard-list"
    }
    Repeater {
        model: tab.viewModel.series

        ResultSeriesCard {
            id: series
            required property int index

            Layout.fillWidth: true
            Layout.topMargin: Theme.space3
            onOpened: tab.viewModel.openSeries(series.index)
        }
    }
    SectionHeading {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space3
        visible: results.count > 0
        text: qsTr("Alla svar")
    }
    Card {
        Layout.fillWidth: true
        flush: true
        visible: results.count > 0

        Repeater {
            id: results
            model: tab.viewModel.results

            ListRow {
                id: result
                required property int index
                required property string label
                required property string value

                Layout.fillWidth: true
                iconName: "clipboard-list"
                text: result.label
                secondary: result.value
                divider: result.index > 0
                onActivated: tab.viewModel.openResult(result.index)
            }
        }
    }
    Button {
        Layout.topMargin: Theme.space3
        iconName: "clipboard-list"
        text: qsTr("Ställ frågor")
        onActivated: tab.viewModel.askQuestions()
    }
}
