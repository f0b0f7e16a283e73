pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// The frame: navigation, the pages of the navigator side by side where there is room, and what lies over them while
/// locked.
FocusScope {
    id: shell

    required property AppViewModel app
    readonly property bool isOpen: shell.app.cover === AppViewModel.None
    readonly property bool isLow: Theme.lowHeight(shell.height)
    readonly property int widthClass: Theme.widthClass(shell.width)
    readonly property bool isFull: shell.app.navigator.mainIsFull
    readonly property bool hasRail: !shell.isFull && (shell.widthClass !== Theme.Compact || shell.isLow)
    readonly property bool hasBar: !shell.isFull && !shell.hasRail && shell.app.navigator.mainRow === 0
    /// Place and page beside each other.
    readonly property bool isSplit: !shell.isFull && !shell.isLow && shell.widthClass >= Theme.Expanded
    readonly property bool isWidePlace: shell.widthClass === Theme.Large && shell.app.isToday
    readonly property real placeWidth: shell.isSplit ? Math.min(Theme.scaled(shell.isWidePlace ? 360 : 320), area.width * 0.45) : area.width
    readonly property PageHost topHost: hosts.count > shell.app.navigator.mainRow ? hosts.itemAt(shell.app.navigator.mainRow) as PageHost : null

    /// Whose page got the focus last.
    property PageHost entered: null

    /// A sheet takes the focus itself, and gives it back where it was.
    function focusTop() {
        if (!shell.isOpen || !shell.topHost || shell.app.navigator.topIsSheet || (shell.entered === shell.topHost && panes.haveFocus()))
            return;
        shell.entered = shell.topHost;
        shell.topHost.takeFocus();
    }
    function focusAnew() {
        shell.entered = null;
        focusLater.restart();
    }
    function leaveTop() {
        if (shell.isOpen && shell.topHost)
            shell.topHost.leave();
    }

    focus: true
    Keys.onEscapePressed: shell.leaveTop()
    Keys.onBackPressed: shell.leaveTop()

    Rectangle {
        anchors.fill: parent
        color: Theme.bg
        Accessible.ignored: true
    }
    Notices {
        id: notices
        width: parent.width
        app: shell.app
    }
    Item {
        id: frame
        anchors.top: notices.bottom
        anchors.bottom: parent.bottom
        width: parent.width

        // Order of focus: pages, corner, bar, rail.
        FocusScope {
            id: area
            x: rail.visible ? rail.width : 0
            width: parent.width - x
            height: parent.height - (bar.visible ? bar.height : 0)
            visible: shell.isOpen
            focus: true

            Repeater {
                id: hosts
                model: shell.app.navigator

                PageHost {
                    id: host

                    required property int index
                    readonly property bool isBeside: shell.isSplit && host.index > 0

                    app: shell.app
                    x: host.isBeside ? shell.placeWidth : 0
                    width: host.isBeside ? area.width - x : host.index === 0 ? shell.placeWidth : area.width
                    height: area.height
                    visible: host.index >= shell.app.navigator.mainRow || (shell.isSplit && host.index === 0)
                    focus: host.index === shell.app.navigator.mainRow
                    cornerWidth: shell.isSplit && host.index === 0 ? 0 : corner.width
                }
            }
            Item {
                x: shell.placeWidth
                width: area.width - x
                height: area.height
                visible: shell.isSplit && shell.app.navigator.mainRow === 0

                EmptyState {
                    anchors.centerIn: parent
                    width: Math.min(parent.width - 2 * Theme.space5, Theme.maxText)
                    iconName: "list"
                    text: qsTr("Välj något i listan, så visas det här.")
                }
            }
            Rectangle {
                x: shell.placeWidth
                width: Theme.penDivider
                height: parent.height
                visible: shell.isSplit
                color: Theme.divider
                Accessible.ignored: true
            }
        }
        Covers {
            id: covers
            anchors.fill: parent
            app: shell.app
            cornerWidth: corner.width
        }
        Corner {
            id: corner
            anchors.right: parent.right
            anchors.rightMargin: Theme.space2
            y: Theme.space2
            app: shell.app
            hasNames: shell.isOpen && !shell.app.navigator.isSealed && (!shell.hasRail || shell.isLow) && !(shell.isFull && shell.widthClass === Theme.Compact)
            hasProfile: !shell.app.navigator.isSealed && shell.widthClass !== Theme.Compact
        }
        NavBar {
            id: bar
            anchors.bottom: parent.bottom
            width: parent.width
            visible: shell.isOpen && shell.hasBar
            places: shell.app.places
            currentIndex: shell.app.placeIndex
            currentText: shell.app.placeName
            onChosen: index => shell.app.goToIndex(index)
            onMainActivated: shell.app.openNew()
        }
        NavRail {
            id: rail
            height: parent.height
            width: implicitWidth
            low: shell.isLow
            baseWidth: shell.widthClass >= Theme.Expanded ? 96 : 80
            visible: shell.isOpen && shell.hasRail
            places: shell.app.places
            currentIndex: shell.app.placeIndex
            onChosen: index => shell.app.goToIndex(index)
            onMainActivated: shell.app.openNew()

            ProfileButtons {
                app: shell.app
                upright: true
                visible: !shell.isLow
            }
        }
    }
    ProfileMenu {
        app: shell.app
    }
    EmergencySheet {
        anchors.fill: parent
        viewModel: shell.app.emergency
    }
    Announcer {
        id: announcer
    }
    OpenSheets {
        id: sheets
        overlay: shell.T.Overlay.overlay
    }
    ReaderCurtain {
        overlay: shell.T.Overlay.overlay
    }
    FocusPanes {
        id: panes
        panes: [area, covers, corner, bar, rail]
    }
    ShellKeys {
        app: shell.app
        onBackWanted: shell.leaveTop()
        onNextPaneWanted: panes.next()
    }
    // When the pages have been laid out.
    Timer {
        id: focusLater
        interval: 0
        onTriggered: shell.focusTop()
    }
    Connections {
        target: shell.app
        function onCleared() {
            sheets.closeAll();
        }
        function onCoverChanged() {
            shell.focusAnew();
        }
        function onReturnTextChanged() {
            announcer.say(shell.app.returnText);
        }
    }
    Connections {
        target: shell.app.navigator
        function onDepthChanged() {
            focusLater.restart();
        }
    }
    Connections {
        target: shell.app.autoLock
        function onIsAboutToLockChanged() {
            announcer.say(shell.app.autoLock.isAboutToLock ? qsTr("Låses om 30 sekunder") : "");
        }
    }
}
