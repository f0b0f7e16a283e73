pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    id: page

    required property ContactViewModel viewModel

    Text {
        anchors.centerIn: parent
        text: qsTr("Kontakt")
    }
}
