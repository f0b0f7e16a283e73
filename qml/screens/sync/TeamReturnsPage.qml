pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// What the server did not take of the team's work, for the team's leader.
PageFrame {
    id: page

    required property TeamReturnsViewModel viewModel

    title: qsTr("Inte mottaget i teamet")
    onBack: page.viewModel.close()
    actions: IconButton {
        iconName: "circle-help"
        text: qsTr("Hjälp")
        onActivated: page.viewModel.openHelp()
    }

    Banner {
        text: page.viewModel.problem
        tone: "danger"
        iconName: "circle-alert"
        actionText: qsTr("Försök igen")
        onActivated: page.viewModel.ask()
    }
    Banner {
        text: page.viewModel.isOffline ? qsTr("Det hämtas från servern och kan visas när du är ansluten.") : ""
        tone: "offline"
        iconName: "cloud-off"
        actionText: page.viewModel.isAsking ? "" : qsTr("Försök igen")
        onActivated: page.viewModel.ask()
    }
    Fact {
        Layout.fillWidth: true
        text: page.viewModel.isAsking ? page.viewModel.askingText : page.viewModel.askedText
        iconName: "cloud"
    }
    EmptyState {
        visible: page.viewModel.emptyText !== ""
        text: page.viewModel.emptyText
        iconName: "info"
    }
    Repeater {
        model: page.viewModel.lines

        TeamReturn {
            viewModel: page.viewModel
        }
    }
    FlowRow {
        Layout.fillWidth: true

        Button {
            visible: page.viewModel.canAskMore
            enabled: !page.viewModel.isAsking
            kind: "outline"
            text: qsTr("Visa äldre")
            onActivated: page.viewModel.askMore()
        }
        Button {
            visible: page.viewModel.askedText !== ""
            enabled: !page.viewModel.isAsking
            kind: "quiet"
            iconName: "refresh-cw"
            text: qsTr("Hämta igen")
            onActivated: page.viewModel.ask()
        }
    }
    FileOfferSheet {
        title: qsTr("Exportera")
        offer: page.viewModel.exported
        agreeText: qsTr("Jag tar hand om filen")
        doneNote: qsTr("Läsningen är loggad hos servern.")
    }
}
