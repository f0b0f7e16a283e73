pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    id: page

    required property InterviewViewModel viewModel

    Text {
        anchors.centerIn: parent
        text: qsTr("Frågor")
    }
}
