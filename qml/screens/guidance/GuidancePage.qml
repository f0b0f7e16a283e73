pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// The place "Vägledning": search first, then the cards by area.
PageFrame {
    id: page

    required property GuidanceViewModel viewModel

    title: qsTr("Vägledning")
    big: true
    showBack: false
    actions: IconButton {
        iconName: "circle-help"
        text: qsTr("Hjälp")
        onActivated: page.viewModel.openHelp()
    }

    SearchField {
        label: qsTr("Sök i vägledningen")
        text: page.viewModel.query
        countText: page.viewModel.countText
        onEdited: text => page.viewModel.search(text)
    }
    Banner {
        text: page.viewModel.problem
        tone: "danger"
        iconName: "circle-alert"
    }
    FlowRow {
        Layout.fillWidth: true
        visible: page.viewModel.query === ""

        LinkButton {
            iconName: "siren"
            text: qsTr("Nummer vid akut fara")
            onActivated: page.viewModel.openEmergency()
        }
        LinkButton {
            iconName: "book-open"
            text: qsTr("Handbok för appen")
            onActivated: page.viewModel.openHandbook()
        }
    }
    EmptyState {
        visible: page.viewModel.emptyText !== ""
        iconName: "search"
        text: page.viewModel.emptyText
    }
    LinkList {
        lines: page.viewModel.cards
        onOpened: key => page.viewModel.openCard(key)
    }
}
