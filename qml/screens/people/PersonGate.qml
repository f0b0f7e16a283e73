pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Before a protected person's file: the reason, which is logged.
Flickable {
    id: gate

    required property PersonViewModel viewModel
    required property real sideMargin

    contentWidth: width
    contentHeight: column.implicitHeight + Theme.space5
    boundsBehavior: Flickable.StopAtBounds
    clip: true

    FillColumn {
        id: column
        x: (gate.width - width) / 2
        width: Math.min(gate.width - 2 * gate.sideMargin, Theme.maxText)
        spacing: Theme.space3

        Banner {
            Layout.fillWidth: true
            tone: "protected"
            text: qsTr("Ange skäl. Öppningen loggas.")
        }
        ChipGroup {
            Layout.fillWidth: true
            title: qsTr("Varför öppnar du?")
            names: gate.viewModel.gate.reasons
            currentIndex: gate.viewModel.gate.reasonIndex
            error: gate.viewModel.gate.problem
            onChosen: index => gate.viewModel.gate.chooseReason(index)
        }
        TextField {
            Layout.fillWidth: true
            label: qsTr("Med egna ord (frivilligt)")
            text: gate.viewModel.gate.ownWords
            maximumLength: 500
            onEdited: text => gate.viewModel.gate.setOwnWords(text)
        }
    }
}
