pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Somebody to ring: whose number it is and when; a number that the municipality does not state is said to be missing.
FillColumn {
    id: contact

    required property ProtectionViewModel viewModel
    required property int row
    required property string name
    required property string when
    required property string number

    Layout.fillWidth: true
    spacing: Theme.space1

    AppText {
        Layout.fillWidth: true
        text: contact.name
        role: "label"
    }
    PhoneRow {
        visible: contact.number !== ""
        number: contact.number
        main: false
        canCall: contact.viewModel.canCall
        accessibleName: qsTr("Ring %1, %2").arg(contact.name).arg(contact.number)
        onActivated: contact.viewModel.call(contact.row)
    }
    Fact {
        Layout.fillWidth: true
        text: contact.number === "" ? contact.when : ""
        iconName: "phone-off"
    }
}
