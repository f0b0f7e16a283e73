pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    id: page

    required property HelpViewModel viewModel

    Text {
        anchors.centerIn: parent
        text: qsTr("Hjälp")
    }
}
