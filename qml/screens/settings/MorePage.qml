pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The place "Mer".
PageFrame {
    id: page

    required property MoreViewModel viewModel

    title: qsTr("Mer")
    big: true
    showBack: false

    Card {
        flush: true

        ListRow {
            Layout.fillWidth: true
            iconName: "user"
            text: page.viewModel.workerName
            secondary: qsTr("Dölj, lås, byt användare, hög kontrast")
            onActivated: page.viewModel.openMenu()
        }
    }
    Card {
        flush: true

        ListRow {
            Layout.fillWidth: true
            iconName: "refresh-cw"
            text: qsTr("Synk")
            secondary: page.viewModel.syncText
            onActivated: page.viewModel.openSync()
        }
        ListRow {
            Layout.fillWidth: true
            divider: true
            iconName: "chart-column"
            text: qsTr("Min vecka")
            secondary: qsTr("Hur mycket du har gjort, i siffror")
            onActivated: page.viewModel.openWeek()
        }
        ListRow {
            Layout.fillWidth: true
            divider: true
            iconName: "mail"
            text: qsTr("Brev att skicka")
            secondary: qsTr("Vilka som väntar och vilka som har gått")
            onActivated: page.viewModel.openLetters()
        }
        ListRow {
            Layout.fillWidth: true
            divider: true
            iconName: "users"
            text: qsTr("Ersättare")
            secondary: qsTr("Vem som tar hand om dina ärenden när du är borta")
            onActivated: page.viewModel.openDeputies()
        }
        ListRow {
            Layout.fillWidth: true
            divider: true
            iconName: "book-open"
            text: qsTr("Handbok")
            secondary: qsTr("Hjälp till varje skärm")
            onActivated: page.viewModel.openHandbook()
        }
        ListRow {
            Layout.fillWidth: true
            visible: page.viewModel.hasProfile
            divider: true
            iconName: "building-2"
            text: qsTr("Kommunens profil")
            secondary: page.viewModel.profileText
            onActivated: page.viewModel.openProfile()
        }
        ListRow {
            Layout.fillWidth: true
            divider: true
            iconName: "settings"
            text: qsTr("Inställningar")
            secondary: qsTr("Utseende, språk, lås, integritet, om appen")
            onActivated: page.viewModel.openSettings()
        }
    }
    Card {
        flush: true

        ListRow {
            Layout.fillWidth: true
            iconName: "keyboard"
            text: qsTr("Tangenter")
            onActivated: page.viewModel.openKeyboard()
        }
        ListRow {
            Layout.fillWidth: true
            divider: true
            iconName: "shield"
            text: qsTr("Vad som sparas, var och hur länge")
            onActivated: page.viewModel.openPrivacy()
        }
    }
    Card {
        flush: true

        ListRow {
            Layout.fillWidth: true
            visible: page.viewModel.canAddWorker
            iconName: "user-plus"
            text: qsTr("Lägg till en person på surfplattan")
            secondary: qsTr("En kollega med egen kod. Era akter hålls isär.")
            onActivated: page.viewModel.addWorker()
        }
        ListRow {
            Layout.fillWidth: true
            divider: page.viewModel.canAddWorker
            iconName: "lock"
            text: qsTr("Lås nu")
            secondary: page.viewModel.tenantName
            onActivated: page.viewModel.lockNow()
        }
    }
}
