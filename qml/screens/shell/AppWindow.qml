pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

Window {
    id: window

    required property AppViewModel app

    width: 390
    height: 844
    visible: true
    title: qsTr("Fältakt")

    Shell {
        anchors.fill: parent
        app: window.app
    }
}
