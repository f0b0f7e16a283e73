pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// What is planned for one visit: where, who goes along, what to take.
FillColumn {
    id: details

    required property VisitPlanViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space4

    Banner {
        Layout.fillWidth: true
        tone: "info"
        iconName: "users"
        text: details.viewModel.arrangement
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Var?")
        help: qsTr("Följer med till incheckningen, som teamet ser. Skriv inte vem du besöker, och ingen adress som är skyddad.")
        text: details.viewModel.where
        maximumLength: 150
        onEdited: text => details.viewModel.editWhere(text)
    }
    FlowRow {
        Layout.fillWidth: true

        Repeater {
            model: details.viewModel.places

            LinkButton {
                id: place

                required property string modelData
                required property int index

                iconName: "map-pin"
                text: place.modelData
                onActivated: details.viewModel.choosePlace(place.index)
            }
        }
    }
    SwitchRow {
        Layout.fillWidth: true
        text: qsTr("Två går")
        chosen: details.viewModel.isForTwo
        onActivated: details.viewModel.setForTwo(!details.viewModel.isForTwo)
    }
    TextField {
        Layout.fillWidth: true
        visible: details.viewModel.isForTwo
        label: qsTr("Med vem? (frivilligt)")
        text: details.viewModel.companion
        maximumLength: 60
        onEdited: text => details.viewModel.editCompanion(text)
    }
    VisitThings {
        viewModel: details.viewModel
    }
    LinkButton {
        iconName: "user"
        text: qsTr("Öppna personen")
        onActivated: details.viewModel.openPerson()
    }
}
