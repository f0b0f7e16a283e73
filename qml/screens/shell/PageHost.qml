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
    readonly property PageFrame frame: loader.item as PageFrame

    /// To where it was in this page, or to the title of a page that is new.
    function takeFocus() {
        host.forceActiveFocus(Qt.OtherFocusReason);
        if (host.frame && host.Window.activeFocusItem === host.frame)
            host.frame.focusTitle();
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

    Loader {
        id: loader
        anchors.fill: parent
        focus: true
        Component.onCompleted: setSource(host.screen, {
            "viewModel": host.viewModel,
            "focus": true
        })
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
