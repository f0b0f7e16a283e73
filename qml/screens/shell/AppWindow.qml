pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls
import Faltakt.ViewModels

/// The one window. Its title never names a person.
Window {
    id: window

    required property AppViewModel app

    width: 390
    height: 844
    minimumWidth: 320
    minimumHeight: 320
    visible: true
    title: qsTr("Fältakt")
    color: Theme.bg

    Binding {
        target: Theme
        property: "scheme"
        value: window.app.look.themeScheme
    }
    Binding {
        target: Theme
        property: "textScale"
        value: window.app.settings.textScale
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: window.app.settings.reducedMotion
    }
    Shell {
        anchors.fill: parent
        app: window.app
    }
}
