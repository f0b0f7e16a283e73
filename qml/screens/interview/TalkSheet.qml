pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// What else can be done in a talk with questions.
BottomSheet {
    id: sheet

    required property InterviewViewModel viewModel

    title: qsTr("Fler val")

    function handOver() {
        sheet.close();
        sheet.viewModel.handOver();
    }
    function openHelp() {
        sheet.close();
        sheet.viewModel.openHelp();
    }

    SelectRow {
        visible: sheet.viewModel.second.canBeChosen
        title: qsTr("Personens språk bredvid ditt")
        names: sheet.viewModel.second.names
        currentIndex: sheet.viewModel.second.index
        onChosen: index => sheet.viewModel.second.choose(index)
    }
    ListRow {
        Layout.fillWidth: true
        visible: sheet.viewModel.canHandOver
        iconName: "tablet-smartphone"
        text: qsTr("Lämna över")
        secondary: qsTr("Personen svarar själv på surfplattan")
        onActivated: sheet.handOver()
    }
    ListRow {
        Layout.fillWidth: true
        iconName: "circle-help"
        text: qsTr("Hjälp")
        onActivated: sheet.openHelp()
    }
}
