pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    id: page

    required property NoteViewModel viewModel

    Text {
        anchors.centerIn: parent
        text: qsTr("Anteckning")
    }
}
