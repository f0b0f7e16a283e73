pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    id: page

    required property SettingsViewModel viewModel

    Text {
        anchors.centerIn: parent
        text: qsTr("Inställningar")
    }
}
