pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// Where a contact was, through whom, and what the person has said to that.
FillColumn {
    id: fields

    required property ContactViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space4

    TextField {
        Layout.fillWidth: true
        visible: fields.viewModel.asksPlace
        label: qsTr("Var? (frivilligt)")
        text: fields.viewModel.placeText
        maximumLength: 200
        onEdited: text => fields.viewModel.editPlace(text)
    }
    Chips {
        visible: fields.viewModel.asksPlace && fields.viewModel.ownPlaces.count > 0
        title: qsTr("Kommunens platser")
        choices: fields.viewModel.ownPlaces
    }
    TextField {
        Layout.fillWidth: true
        visible: fields.viewModel.asksThrough
        label: qsTr("Genom vem? (frivilligt)")
        help: qsTr("En verksamhet eller en person.")
        text: fields.viewModel.through
        maximumLength: 200
        onEdited: text => fields.viewModel.editThrough(text)
    }
    Chips {
        visible: fields.viewModel.asksThrough && fields.viewModel.helpers.count > 0
        title: qsTr("Verksamheter")
        choices: fields.viewModel.helpers
    }
    Chips {
        visible: fields.viewModel.asksAgreement
        title: qsTr("Har personen sagt ja till att ni talar?")
        choices: fields.viewModel.agreements
    }
    Fact {
        Layout.fillWidth: true
        visible: fields.viewModel.asksAgreement && fields.viewModel.agreements.chosenIndex !== 0
        iconName: "shield"
        text: qsTr("Utan ett ja: lyssna, men berätta inget om personen, inte heller att ni har kontakt.")
    }
}
