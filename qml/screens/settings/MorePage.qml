pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    id: page

    required property MoreViewModel viewModel

    Text {
        anchors.centerIn: parent
        text: qsTr("Mer")
    }
}
