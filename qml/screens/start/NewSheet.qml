pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    id: page

    required property NewViewModel viewModel

    Text {
        anchors.centerIn: parent
        text: qsTr("Nytt")
    }
}
