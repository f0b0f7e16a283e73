pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

/// What lies over the pages while the store is closed. Each is made when it is needed and dropped after, so that nothing
/// typed stays in it.
FocusScope {
    id: covers

    required property AppViewModel app
    required property real cornerWidth

    visible: covers.app.cover !== AppViewModel.None

    Cover {
        app: covers.app
        shown: covers.app.cover === AppViewModel.Lock
        screen: Qt.resolvedUrl("../lock/LockPage.qml")
        cornerWidth: covers.cornerWidth
    }
    Cover {
        app: covers.app
        shown: covers.app.cover === AppViewModel.Enrol
        screen: Qt.resolvedUrl("../lock/EnrolPage.qml")
        cornerWidth: covers.cornerWidth
    }
    Cover {
        app: covers.app
        shown: covers.app.cover === AppViewModel.Harmless
        screen: Qt.resolvedUrl("../lock/HarmlessPage.qml")
        cornerWidth: covers.cornerWidth
    }
    Cover {
        app: covers.app
        shown: covers.app.isCoverHelpOpen
        screen: Qt.resolvedUrl("../lock/CoverHelpPage.qml")
        cornerWidth: covers.cornerWidth
    }
}
