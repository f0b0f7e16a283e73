pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// Where everything that was written here is now.
PageFrame {
    id: page

    required property SyncViewModel viewModel

    title: qsTr("Synk")
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
    }
    Fact {
        Layout.fillWidth: true
        visible: !page.viewModel.isLoading
        text: qsTr("Allt är sparat på enheten.")
        iconName: "check"
        strong: true
    }
    Banner {
        text: page.viewModel.stateText
        tone: page.viewModel.stateTone
        iconName: page.viewModel.stateIcon
    }
    AppText {
        Layout.fillWidth: true
        text: page.viewModel.explanation
    }
    AppText {
        Layout.fillWidth: true
        text: page.viewModel.onServerText
        role: "strong"
    }
    Button {
        visible: page.viewModel.canSend
        text: qsTr("Skicka nu")
        iconName: "refresh-cw"
        busy: page.viewModel.isSending
        busyText: qsTr("Skickar …")
        onActivated: page.viewModel.sendNow()
    }
    Fact {
        Layout.fillWidth: true
        text: page.viewModel.doneText
        iconName: "check"
        strong: true
    }

    SectionHeading {
        Layout.fillWidth: true
        visible: page.viewModel.returned.count > 0
        text: qsTr("Behöver din hjälp")
        count: page.viewModel.returned.count
    }
    Repeater {
        model: page.viewModel.returned

        ReturnedChange {
            viewModel: page.viewModel
        }
    }
    Card {
        visible: page.viewModel.leadsTeam
        flush: true

        ListRow {
            Layout.fillWidth: true
            iconName: "users"
            text: qsTr("Inte mottaget i teamet")
            secondary: qsTr("Hämtas från servern när du öppnar det")
            onActivated: page.viewModel.openTeamReturns()
        }
    }
    ChangeGroup {
        title: page.viewModel.canSend ? qsTr("Väntar") : qsTr("Sparat här")
        lines: page.viewModel.waiting
        openings: page.viewModel.waitingOpenings
        stateText: qsTr("Sparat här")
    }
    ChangeGroup {
        title: qsTr("Skickat, väntar på kvitto")
        lines: page.viewModel.underWay
        openings: page.viewModel.underWayOpenings
        iconName: "cloud-upload"
        stateText: qsTr("Skickat, väntar på kvitto")
    }
    ChangeGroup {
        title: qsTr("Mottaget i dag")
        lines: page.viewModel.received
        openings: page.viewModel.receivedOpenings
        tone: "received"
        iconName: "check-check"
        timed: true
    }
    PackGroup {
        packs: page.viewModel.packs
    }
    Card {
        visible: page.viewModel.contactText !== ""

        LabelValue {
            Layout.fillWidth: true
            label: qsTr("Senaste kontakt")
            value: page.viewModel.contactText
        }
        LabelValue {
            Layout.fillWidth: true
            label: qsTr("Kan läsas utan kontakt till")
            value: page.viewModel.leaseText
        }
        LabelValue {
            Layout.fillWidth: true
            label: qsTr("Nät")
            value: page.viewModel.linkText
        }
        LabelValue {
            Layout.fillWidth: true
            label: qsTr("Data")
            value: page.viewModel.dataText
        }
    }
    FileOfferSheet {
        title: qsTr("Exportera")
        offer: page.viewModel.exported
        agreeText: qsTr("Jag tar hand om filen")
        doneNote: qsTr("Exporten är loggad.")
    }
}
