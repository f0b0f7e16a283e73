pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    id: page

    required property PeopleViewModel viewModel

    Text {
        anchors.centerIn: parent
        text: qsTr("Personer")
    }
}
