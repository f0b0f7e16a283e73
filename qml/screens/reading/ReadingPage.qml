pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// "Visa för personen": first the worker's choice, then the text alone. From the person's hands every way leads to the lock.
PageFrame {
    id: page

    required property ReadingViewModel viewModel
    readonly property bool isShown: page.viewModel.stage === ReadingViewModel.Shown
    readonly property bool isPreparing: page.viewModel.stage === ReadingViewModel.Preparing

    function enter() {
        page.scrollToTop();
        page.forceActiveFocus();
    }

    title: page.isPreparing ? qsTr("Visa för personen") : ""
    backText: page.isShown ? qsTr("Klar") : qsTr("Tillbaka")
    backIcon: page.isShown ? "x" : "arrow-left"
    backWords: page.isShown
    onBack: page.viewModel.stepBack()
    onIsShownChanged: page.enter()

    bar: [
        Button {
            visible: page.isPreparing && !page.viewModel.isWithheld
            kind: "primary"
            iconName: "eye"
            text: qsTr("Visa för personen")
            onActivated: page.viewModel.showToPerson()
        },
        Button {
            visible: page.isShown
            kind: "primary"
            text: qsTr("Klar")
            onActivated: page.viewModel.stepBack()
        }
    ]

    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: page.viewModel.problem
    }
    Step {
        shown: page.isPreparing && !page.viewModel.isLoading

        ReadingPrepare {
            viewModel: page.viewModel
        }
    }
    Step {
        shown: page.isShown

        FillColumn {
            Layout.fillWidth: true
            spacing: Theme.space4

            Repeater {
                model: page.viewModel.parts

                Card {
                    id: part

                    required property string label
                    required property string value

                    Layout.fillWidth: true
                    title: part.label

                    AppText {
                        Layout.fillWidth: true
                        text: part.value
                        role: "question"
                    }
                }
            }
            AppText {
                Layout.fillWidth: true
                text: qsTr("Ser du något annorlunda? Säg det, så skriver vi in det med dina ord.")
                role: "body"
            }
        }
    }
}
