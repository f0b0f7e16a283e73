pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    id: page

    required property PersonViewModel viewModel

    Text {
        anchors.centerIn: parent
        text: qsTr("Person")
    }
}
