pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    id: page

    required property LobContactViewModel viewModel

    Text {
        anchors.centerIn: parent
        text: qsTr("Uppföljning efter LOB")
    }
}
