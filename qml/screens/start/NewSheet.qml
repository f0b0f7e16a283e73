pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The sheet behind "Nytt".
Item {
    id: page

    required property NewViewModel viewModel

    BottomSheet {
        id: sheet
        title: page.viewModel.contextText === "" ? qsTr("Nytt") : qsTr("Nytt %1").arg(page.viewModel.contextText)
        onClosed: page.viewModel.close()
        Component.onCompleted: sheet.open()

        Banner {
            Layout.fillWidth: true
            text: page.viewModel.closedText
            iconName: "folder-open"
        }
        OutcomeButton {
            Layout.fillWidth: true
            text: qsTr("Kontakt")
            iconName: "phone"
            onActivated: page.viewModel.startContact()
        }
        OutcomeButton {
            Layout.fillWidth: true
            text: qsTr("Anteckning")
            iconName: "pen-line"
            onActivated: page.viewModel.startNote()
        }
        OutcomeButton {
            Layout.fillWidth: true
            text: qsTr("Räknare")
            iconName: "tally-5"
            onActivated: page.viewModel.startTally()
        }
        OutcomeButton {
            Layout.fillWidth: true
            text: qsTr("Checka in inför besök")
            iconName: "map-pin"
            onActivated: page.viewModel.startCheckIn()
        }
        SectionHeading {
            Layout.fillWidth: true
            text: qsTr("Frågor")
        }
        AppText {
            Layout.fillWidth: true
            text: page.viewModel.questionsText
            role: "meta"
            muted: true
        }
        Repeater {
            model: page.viewModel.instruments

            OutcomeButton {
                id: instrument

                required property string modelData
                required property int index

                Layout.fillWidth: true
                text: instrument.modelData
                iconName: "clipboard-list"
                onActivated: page.viewModel.startQuestions(instrument.index)
            }
        }
        OutcomeButton {
            Layout.fillWidth: true
            text: qsTr("Alla formulär")
            iconName: "search"
            onActivated: page.viewModel.showForms()
        }
        SectionHeading {
            Layout.fillWidth: true
            visible: acts.count > 0
            text: qsTr("I akten")
        }
        Repeater {
            id: acts
            model: page.viewModel.acts

            OutcomeButton {
                id: act

                required property string modelData
                required property int index

                Layout.fillWidth: true
                text: act.modelData
                iconName: "file-plus"
                onActivated: page.viewModel.startAct(act.index)
            }
        }
        OutcomeButton {
            Layout.fillWidth: true
            visible: acts.count > 0
            text: qsTr("Alla blanketter i akten")
            iconName: "file-text"
            onActivated: page.viewModel.showActs()
        }
        SectionHeading {
            Layout.fillWidth: true
            text: qsTr("Också")
        }
        OutcomeButton {
            Layout.fillWidth: true
            text: qsTr("Anhörig ringer")
            iconName: "phone-call"
            onActivated: page.viewModel.startRelativeCall()
        }
        OutcomeButton {
            Layout.fillWidth: true
            text: qsTr("LOB-blad")
            iconName: "file-text"
            note: qsTr("Som kom på papper")
            onActivated: page.viewModel.startLobSheet()
        }
        OutcomeButton {
            Layout.fillWidth: true
            text: qsTr("Träffat i dag")
            iconName: "users"
            note: qsTr("Flera personer på en gång")
            onActivated: page.viewModel.startMetToday()
        }
        OutcomeButton {
            Layout.fillWidth: true
            text: qsTr("Ge kontaktkort")
            iconName: "qr-code"
            note: qsTr("Personen skannar med sin mobil")
            onActivated: page.viewModel.startContactCard()
        }
    }
}
