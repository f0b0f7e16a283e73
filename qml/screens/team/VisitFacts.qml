pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// A visit as it was told before: who, until when, where, and how to reach that worker.
Card {
    id: card

    required property CheckInViewModel viewModel

    LabelValue {
        Layout.fillWidth: true
        label: qsTr("Vem")
        value: card.viewModel.whoText
    }
    LabelValue {
        Layout.fillWidth: true
        label: qsTr("Beräknas klar")
        value: card.viewModel.untilText
    }
    LabelValue {
        Layout.fillWidth: true
        label: qsTr("Var")
        value: card.viewModel.placeText
    }
    PhoneRow {
        Layout.fillWidth: true
        visible: card.viewModel.isColleagues && card.viewModel.phoneText !== ""
        number: card.viewModel.phoneText
        canCall: card.viewModel.canCall
        main: false
        onActivated: card.viewModel.call()
    }
}
