pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// One open page: its place in the window, its focus, and its look over a lock.
FocusScope {
    id: host

    required property AppViewModel app
    required property PageViewModel viewModel
    required property url screen
    required property real cornerWidth
    /// A person's file is behind its gate.
    readonly property bool isShut: host.viewModel.gate !== null && host.viewModel.gate.isShut
    readonly property PageFrame frame: (gates.count > 0 ? gates.itemAt(0) : loader.item) as PageFrame

    /// To where it was in this page, or to the title of a page that is new.
    function takeFocus() {
        host.forceActiveFocus(Qt.OtherFocusReason);
        if (host.frame && host.Window.activeFocusItem === host.frame)
            host.frame.focusTitle();
    }
    function keepFocus() {
        if (host.activeFocus)
            Qt.callLater(host.takeFocus);
    }
    function leave() {
        if (host.frame)
            host.frame.leave();
        else
            host.app.back();
    }
    function restoreView() {
        if (host.app.cover === AppViewModel.None && !host.viewModel.isLoading)
            keeper.restore();
    }

    onIsShutChanged: host.keepFocus()

    Loader {
        id: loader
        anchors.fill: parent
        visible: !host.isShut
        focus: !host.isShut
        Component.onCompleted: setSource(host.screen, {
            "viewModel": host.viewModel,
            "focus": true
        })
    }
    // A Loader cannot make what is bound to this page.
    Repeater {
        id: gates
        model: host.isShut ? 1 : 0

        PersonGate {
            anchors.fill: parent
            viewModel: host.viewModel
            focus: true
        }
    }
    Binding {
        target: host.frame
        property: "cornerWidth"
        value: host.cornerWidth
    }
    ViewKeeper {
        id: keeper
        area: host
    }
    Connections {
        target: host.app
        function onAboutToCover() {
            keeper.remember();
        }
        function onCoverChanged() {
            host.restoreView();
        }
    }
    Connections {
        target: host.viewModel
        function onLoadingChanged() {
            host.restoreView();
        }
    }
}
