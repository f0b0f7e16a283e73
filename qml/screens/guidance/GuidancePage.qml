pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    id: page

    required property GuidanceViewModel viewModel

    Text {
        anchors.centerIn: parent
        text: qsTr("Vägledning")
    }
}
