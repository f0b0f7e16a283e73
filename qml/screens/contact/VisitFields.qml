pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// Of a visit: how it was agreed, how far one came, who was there and whether they agreed.
FillColumn {
    id: fields

    required property ContactViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space4

    Chips {
        title: qsTr("Hur bestämdes besöket?")
        choices: fields.viewModel.agreedHow
    }
    Chips {
        title: qsTr("Kom du in?")
        choices: fields.viewModel.letIn
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Vilka var med? (frivilligt)")
        text: fields.viewModel.whoPresent
        maximumLength: 200
        onEdited: text => fields.viewModel.editWhoPresent(text)
    }
    Chips {
        title: qsTr("Sa de andra som bor där ja?")
        choices: fields.viewModel.othersAgreed
    }
}
