pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    id: page

    required property TodayViewModel viewModel

    Text {
        anchors.centerIn: parent
        text: qsTr("I dag")
    }
}
