pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.ViewModels

/// The keyboard map of the whole app. What a page has of its own (digits, Backspace) is the page's.
Item {
    id: keys

    required property AppViewModel app
    /// Not while the device is in a person's hands: no key leads away from her page, or changes it.
    readonly property bool isSealed: keys.app.navigator.isSealed && keys.app.cover === AppViewModel.None
    readonly property bool isOpen: keys.app.cover === AppViewModel.None && !keys.isSealed

    signal backWanted
    signal nextPaneWanted

    Repeater {
        model: keys.app.places

        Item {
            id: place

            required property int index

            Shortcut {
                sequence: "Ctrl+%1".arg(place.index + 1)
                enabled: keys.isOpen
                onActivated: keys.app.goToIndex(place.index)
            }
        }
    }
    Shortcut {
        sequence: "Ctrl+N"
        enabled: keys.isOpen
        onActivated: keys.app.openNew()
    }
    Shortcut {
        sequence: "Ctrl+K"
        enabled: keys.isOpen
        onActivated: keys.app.search()
    }
    Shortcut {
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        enabled: keys.isOpen
        onActivated: keys.app.mainAction()
    }
    Shortcut {
        sequence: "Alt+Left"
        enabled: keys.isOpen
        onActivated: keys.backWanted()
    }
    Shortcut {
        sequence: "F6"
        onActivated: keys.nextPaneWanted()
    }
    Shortcut {
        sequence: "F1"
        enabled: keys.isOpen
        onActivated: keys.app.openHelpHere()
    }
    Shortcut {
        sequence: "Ctrl+L"
        enabled: keys.isOpen
        onActivated: keys.app.lockNow()
    }
    Shortcut {
        sequence: "Ctrl+H"
        enabled: !keys.isSealed
        onActivated: keys.app.hideNow()
    }
    Shortcut {
        sequence: "Ctrl+Shift+H"
        enabled: keys.isOpen
        onActivated: keys.app.toggleNames()
    }
    Shortcut {
        sequence: "Ctrl+Z"
        enabled: keys.isOpen
        onActivated: keys.app.undo()
    }
    Shortcut {
        sequences: ["Ctrl++", "Ctrl+="]
        enabled: !keys.isSealed
        onActivated: keys.app.look.enlargeText()
    }
    Shortcut {
        sequence: "Ctrl+-"
        enabled: !keys.isSealed
        onActivated: keys.app.look.reduceText()
    }
}
