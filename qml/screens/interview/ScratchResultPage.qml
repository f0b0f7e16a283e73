pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    id: page

    required property ScratchResultViewModel viewModel

    Text {
        anchors.centerIn: parent
        text: qsTr("Resultat")
    }
}
