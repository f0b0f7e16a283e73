pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The day's calls, one press from each attempt.
PageFrame {
    id: page

    required property CallListViewModel viewModel

    title: qsTr("Ringlista")
    subtitle: page.viewModel.calls.count > 0 ? page.viewModel.countText : ""
    onBack: page.viewModel.close()

    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: page.viewModel.problem
        actionText: qsTr("Stäng")
        onActivated: page.viewModel.dismissProblem()
    }
    EmptyState {
        Layout.fillWidth: true
        visible: !page.viewModel.isLoading && page.viewModel.calls.count === 0
        iconName: "phone"
        text: qsTr("Inga fler samtal att ringa i dag.")
    }
    Card {
        visible: page.viewModel.calls.count > 0
        flush: true

        Repeater {
            model: page.viewModel.calls

            AgendaRow {
                id: row

                required property int index
                required property string name
                required property string what
                required property string last
                required property string number
                required property string caution
                required property string hourText
                required when
                required actionText

                Layout.fillWidth: true
                iconName: row.number === "" ? "map-pin" : "phone"
                text: row.name
                secondary: row.what
                details: row.last
                divider: row.index > 0
                position: row.index + 1
                count: page.viewModel.calls.count
                actionIcon: row.number === "" ? "arrow-right" : "phone"
                onActivated: page.viewModel.openPerson(row.index)
                onActionActivated: page.viewModel.call(row.index)

                Fact {
                    text: row.last
                    iconName: "history"
                }
                Fact {
                    text: row.hourText
                    iconName: "clock"
                }
                Fact {
                    text: row.caution
                    iconName: "ban"
                }
            }
        }
    }
    LinkButton {
        iconName: "mail"
        text: qsTr("Brev att skicka")
        onActivated: page.viewModel.openLetters()
    }
}
