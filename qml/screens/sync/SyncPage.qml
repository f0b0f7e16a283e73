pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    id: page

    required property SyncViewModel viewModel

    Text {
        anchors.centerIn: parent
        text: qsTr("Synk")
    }
}
