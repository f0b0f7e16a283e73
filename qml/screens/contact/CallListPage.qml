pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    id: page

    required property CallListViewModel viewModel

    Text {
        anchors.centerIn: parent
        text: qsTr("Ringlista")
    }
}
