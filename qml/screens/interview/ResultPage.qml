pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    id: page

    required property ResultViewModel viewModel

    Text {
        anchors.centerIn: parent
        text: qsTr("Resultat")
    }
}
