pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls
import Faltakt.ViewModels

/// One open page: its place in the window, its focus, and its look over a lock.
FocusScope {
    id: host

    required property AppViewModel app
    required property PageViewModel viewModel
    required property url screen
    required property real cornerWidth
    /// A person's file is behind its gate. Whoever holds the device sealed is shown nothing of it.
    readonly property bool isShut: host.viewModel !== null && host.viewModel.gate !== null && host.viewModel.gate.isShut && !host.viewModel.isSealed
    readonly property PageFrame frame: (host.isShut ? gateLoader.item : loader.item) as PageFrame

    /// To where it was in this page, or to the title of a page that is new.
    function takeFocus() {
        host.forceActiveFocus(Qt.OtherFocusReason);
        if (host.frame && host.Window.activeFocusItem === host.frame)
            host.frame.focusTitle();
    }
    // The view model is handed over once, as to the page: a binding would still ask it while both go.
    function showGate() {
        gateLoader.setSource(host.isShut ? Qt.resolvedUrl("../people/PersonGate.qml") : "", {
            "viewModel": host.viewModel,
            "focus": true
        });
        if (host.activeFocus)
            host.takeFocus();
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

    onIsShutChanged: host.showGate()
    Component.onCompleted: host.showGate()

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
    Loader {
        id: gateLoader
        anchors.fill: parent
        focus: host.isShut
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
