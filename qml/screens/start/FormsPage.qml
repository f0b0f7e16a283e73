pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// All forms that can be begun, in groups, with a search.
PageFrame {
    id: page

    required property FormsViewModel viewModel

    title: page.viewModel.title
    subtitle: page.viewModel.whomText
    onBack: page.viewModel.goBack()

    SearchField {
        label: qsTr("Sök formulär")
        text: page.viewModel.query
        countText: page.viewModel.countText
        onEdited: text => page.viewModel.search(text)
    }
    Banner {
        tone: "danger"
        text: page.viewModel.problem
        actionText: qsTr("Stäng")
        onActivated: page.viewModel.dismissProblem()
    }
    Repeater {
        model: page.viewModel.forms

        FillColumn {
            id: entry

            required property int index
            required property string title
            required property string secondary
            required property string note
            required property string heading

            Layout.fillWidth: true
            spacing: Theme.space2

            SectionHeading {
                Layout.fillWidth: true
                visible: entry.heading !== ""
                text: entry.heading
            }
            Card {
                flush: true

                ListRow {
                    Layout.fillWidth: true
                    iconName: "clipboard-list"
                    text: entry.title
                    secondary: entry.secondary
                    details: entry.note
                    position: entry.index + 1
                    count: page.viewModel.forms.count
                    onActivated: page.viewModel.start(entry.index)

                    Fact {
                        text: entry.note
                        iconName: "info"
                    }
                }
            }
        }
    }
}
