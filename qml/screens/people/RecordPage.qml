pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    id: page

    required property RecordViewModel viewModel

    Text {
        anchors.centerIn: parent
        text: qsTr("Händelse")
    }
}
