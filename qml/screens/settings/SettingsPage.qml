pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// How the app looks and behaves; each choice holds at once.
PageFrame {
    id: page

    required property SettingsViewModel viewModel

    title: qsTr("Inställningar")
    onBack: page.viewModel.close()
    actions: IconButton {
        iconName: "circle-help"
        text: qsTr("Hjälp")
        onActivated: page.viewModel.openHelp()
    }

    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: page.viewModel.problem
    }
    Card {
        title: qsTr("Utseende")

        ChipGroup {
            title: qsTr("Färger")
            names: page.viewModel.schemes
            currentIndex: page.viewModel.schemeIndex
            onChosen: index => page.viewModel.chooseScheme(index)
        }
        ChipGroup {
            title: qsTr("Textstorlek")
            names: page.viewModel.textSizes
            currentIndex: page.viewModel.textSizeIndex
            onChosen: index => page.viewModel.chooseTextSize(index)
        }
        AdviceBox {
            iconName: "type"
            text: qsTr("Så här stor blir texten i dina anteckningar.")
        }
        SwitchRow {
            Layout.fillWidth: true
            text: qsTr("Mindre rörelse")
            note: qsTr("Sidor byts utan att glida.")
            chosen: page.viewModel.reducedMotion
            onActivated: page.viewModel.toggleMotion()
        }
    }
    Card {
        title: qsTr("Språk")

        ChipGroup {
            title: qsTr("Appens språk")
            names: page.viewModel.languages
            currentIndex: page.viewModel.languageIndex
            onChosen: index => page.viewModel.chooseLanguage(index)
        }
    }
    Card {
        title: qsTr("Lås")

        ChipGroup {
            title: qsTr("Lås när enheten har legat orörd i")
            names: page.viewModel.lockTimes
            currentIndex: page.viewModel.lockTimeIndex
            onChosen: index => page.viewModel.chooseLockTime(index)
        }
        PassphraseCard {
            change: page.viewModel.passphrase
        }
    }
    Card {
        title: qsTr("Integritet")

        SwitchRow {
            Layout.fillWidth: true
            text: qsTr("Dölj namn")
            note: qsTr("Namn blir ärendenummer i listor och rubriker.")
            chosen: page.viewModel.namesHidden
            onActivated: page.viewModel.toggleNames()
        }
        SectionHeading {
            Layout.fillWidth: true
            text: qsTr("Vad som finns på enheten")
        }
        Repeater {
            model: page.viewModel.stored

            FillColumn {
                id: stored

                required property string text
                required property string secondary
                required property string trailing

                Layout.fillWidth: true
                spacing: 0

                LabelValue {
                    Layout.fillWidth: true
                    label: stored.text
                    value: stored.trailing
                }
                AppText {
                    Layout.fillWidth: true
                    text: stored.secondary
                    role: "meta"
                    muted: true
                }
            }
        }
        LinkButton {
            iconName: "book-open"
            text: qsTr("Läs mer om vad som sparas, var och hur länge")
            onActivated: page.viewModel.openPrivacy()
        }
    }
    Card {
        title: qsTr("Påminnelser")

        ReminderCard {
            reminders: page.viewModel.reminders
        }
    }
    Card {
        title: qsTr("Frågor")

        SwitchRow {
            Layout.fillWidth: true
            text: qsTr("Gå vidare själv")
            note: qsTr("När du väljer ett svar kommer nästa fråga. Avstängt finns knappen Nästa.")
            chosen: page.viewModel.advancesByItself
            onActivated: page.viewModel.toggleAdvancing()
        }
        Repeater {
            model: page.viewModel.trainings

            FillColumn {
                id: training

                required property int index
                required property string text
                required property string secondary

                Layout.fillWidth: true
                spacing: 0

                AppText {
                    Layout.fillWidth: true
                    text: training.text
                }
                AppText {
                    Layout.fillWidth: true
                    text: training.secondary
                    role: "meta"
                    muted: true
                }
                LinkButton {
                    iconName: "x"
                    text: qsTr("Ta bort")
                    accessibleName: qsTr("Ta bort, %1").arg(training.text)
                    onActivated: page.viewModel.dropTraining(training.index)
                }
            }
        }
    }
    Card {
        title: qsTr("Data")

        ChipGroup {
            title: qsTr("På mobildata")
            names: page.viewModel.mobileDataUses
            currentIndex: page.viewModel.mobileDataIndex
            onChosen: index => page.viewModel.chooseMobileData(index)
        }
        AppText {
            Layout.fillWidth: true
            text: page.viewModel.mobileDataText
            role: "meta"
            muted: true
        }
        LabelValue {
            Layout.fillWidth: true
            label: qsTr("Skickat och hämtat")
            value: page.viewModel.dataText
        }
    }
    Card {
        title: qsTr("Kontroll")

        FormCheckCard {
            check: page.viewModel.formCheck
        }
    }
    Card {
        title: qsTr("Om Fältakt")

        LabelValue {
            Layout.fillWidth: true
            label: qsTr("Version")
            value: page.viewModel.versionText
        }
        Repeater {
            model: page.viewModel.licences

            LinkButton {
                id: licence

                required property string modelData
                required property int index

                iconName: "file-text"
                text: licence.modelData
                onActivated: page.viewModel.openLicence(licence.index)
            }
        }
        AppText {
            Layout.fillWidth: true
            text: page.viewModel.licenceText
            role: "meta"
        }
    }
}
