pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// A relative calls: advice or information. Nobody is looked up here.
PageFrame {
    id: page

    required property RelativeCallViewModel viewModel

    title: qsTr("Anhörig ringer")
    recordingText: page.viewModel.recording.text
    recordingReason: page.viewModel.recording.reason
    onBack: page.viewModel.close()

    bar: [
        Button {
            visible: page.viewModel.isAdvice && page.viewModel.isAdviceRecorded && page.viewModel.countedText === ""
            kind: "primary"
            text: qsTr("Skriv en anteckning")
            onActivated: page.viewModel.startAdviceNote()
        },
        Button {
            visible: page.viewModel.isAdvice && page.viewModel.countedText === ""
            kind: page.viewModel.isAdviceRecorded ? "outline" : "primary"
            text: page.viewModel.isAdviceRecorded ? qsTr("Inget namn, räkna bara") : qsTr("Klart, räkna ett samtal")
            onActivated: page.viewModel.count()
        },
        Button {
            visible: page.viewModel.countedText !== ""
            kind: "primary"
            text: qsTr("Klar")
            onActivated: page.viewModel.close()
        }
    ]

    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: page.viewModel.problem
        actionText: qsTr("Stäng")
        onActivated: page.viewModel.dismissProblem()
    }
    UndoRow {
        Layout.fillWidth: true
        iconName: "tally-5"
        text: page.viewModel.countedText
        onActivated: page.viewModel.undo()
    }
    Banner {
        Layout.fillWidth: true
        tone: "info"
        iconName: "shield"
        title: qsTr("Bekräfta aldrig att vi känner någon")
        text: qsTr("Säg: jag kan lyssna och berätta hur stödet fungerar. Jag kan inte svara om någon har kontakt med oss.")
    }
    Step {
        shown: !page.viewModel.isAdvice

        FillColumn {
            Layout.fillWidth: true
            spacing: Theme.space3

            SectionHeading {
                Layout.fillWidth: true
                text: qsTr("Vad vill den som ringer?")
            }
            OutcomeButton {
                Layout.fillWidth: true
                text: qsTr("Få råd")
                note: page.viewModel.adviceRecording
                iconName: "message-circle"
                onActivated: page.viewModel.chooseAdvice()
            }
            OutcomeButton {
                Layout.fillWidth: true
                text: qsTr("Berätta om någon")
                note: qsTr("Antecknas")
                iconName: "pen-line"
                onActivated: page.viewModel.startInformation()
            }
        }
    }
    Step {
        shown: page.viewModel.isAdvice

        FillColumn {
            Layout.fillWidth: true
            spacing: Theme.space3

            Card {
                Layout.fillWidth: true
                title: qsTr("Råd till den som ringer")

                Fact {
                    Layout.fillWidth: true
                    iconName: "pen-line"
                    text: page.viewModel.isAdviceRecorded ? qsTr("Kommunen skriver upp också råd. Säg det till den som ringer.") : ""
                }
                Fact {
                    Layout.fillWidth: true
                    visible: page.viewModel.isAdviceRecorded
                    iconName: "user"
                    text: qsTr("Det skrivs i den anhörigas egen akt, inte i akten för den samtalet handlar om. Den som inte vill säga sitt namn får råd ändå.")
                }
                Fact {
                    Layout.fillWidth: true
                    visible: !page.viewModel.isAdviceRecorded
                    iconName: "user"
                    text: qsTr("Den som ringer behöver inte säga vem hen är.")
                }
                Fact {
                    Layout.fillWidth: true
                    iconName: "heart-handshake"
                    text: qsTr("Eget stöd finns, också om den andra inte vill ha hjälp.")
                }
                Fact {
                    Layout.fillWidth: true
                    iconName: "siren"
                    text: qsTr("Är det fara nu: be den som ringer att ringa 112.")
                }
            }
            LinkButton {
                iconName: "book-open"
                text: qsTr("Mer i vägledningen")
                onActivated: page.viewModel.openAdviceCard()
            }
            LinkButton {
                iconName: "pen-line"
                text: qsTr("Det blev en uppgift om någon")
                onActivated: page.viewModel.startInformation()
            }
        }
    }
}
