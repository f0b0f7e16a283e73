pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// What the worker chooses before the device changes hands.
FillColumn {
    id: prepare

    required property HandoverViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space4

    AppText {
        Layout.fillWidth: true
        text: qsTr("Personen svarar själv. Surfplattan visar bara frågorna: inget namn, ingen akt, ingen poäng. Du tar tillbaka den med din kod.")
    }
    ChipGroup {
        title: qsTr("Språk")
        names: prepare.viewModel.languageNames
        currentIndex: prepare.viewModel.languageIndex
        onChosen: index => prepare.viewModel.chooseLanguage(index)
    }
    ChipGroup {
        title: qsTr("Textstorlek")
        names: prepare.viewModel.sizeNames
        currentIndex: prepare.viewModel.sizeIndex
        note: qsTr("Personen kan ändra språk och storlek själv.")
        onChosen: index => prepare.viewModel.chooseSize(index)
    }
    AdviceBox {
        Layout.fillWidth: true
        text: qsTr("Säg vad svaren används till, och att du ser dem efteråt.")
    }
    Button {
        Layout.fillWidth: true
        kind: "primary"
        iconName: "tablet-smartphone"
        text: qsTr("Lämna över")
        onActivated: prepare.viewModel.handOver()
    }
}
