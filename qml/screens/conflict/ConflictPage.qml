pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Item {
    id: page

    required property ConflictViewModel viewModel

    Text {
        anchors.centerIn: parent
        text: qsTr("Två versioner")
    }
}
