pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels
import Faltakt.Screens

/// The frame: pages of the navigator, and what lies over them while locked.
Item {
    id: shell

    required property AppViewModel app

    Repeater {
        model: shell.app.navigator

        Item {
            id: host

            required property PageViewModel viewModel
            required property url screen
            required property int layout

            anchors.fill: parent

            Loader {
                id: loader

                anchors.fill: parent
                Component.onCompleted: setSource(host.screen, { "viewModel": host.viewModel })
            }
        }
    }

    LockPage {
        anchors.fill: parent
        visible: shell.app.cover === AppViewModel.Lock
        viewModel: shell.app.lock
    }

    EnrolPage {
        anchors.fill: parent
        visible: shell.app.cover === AppViewModel.Enrol
        viewModel: shell.app.enrol
    }
}
