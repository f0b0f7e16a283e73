pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls
import Faltakt.ViewModels

/// One page that lies over all others while it is shown, and is not there otherwise.
Loader {
    id: cover

    required property AppViewModel app
    required property bool shown
    required property url screen
    required property real cornerWidth

    anchors.fill: parent
    active: cover.shown
    focus: cover.shown
    Component.onCompleted: setSource(cover.screen, {
        "app": cover.app,
        "focus": true
    })

    Binding {
        target: cover.item as PageFrame
        property: "cornerWidth"
        value: cover.cornerWidth
    }
}
