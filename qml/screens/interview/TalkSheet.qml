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
    function openOverview() {
        sheet.close();
        sheet.viewModel.openOverview();
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
        visible: sheet.viewModel.canLookOver
        iconName: "list"
        text: qsTr("Svaren hittills")
        secondary: qsTr("Alla frågor på en sida, och tillbaka till samma fråga")
        onActivated: sheet.openOverview()
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
