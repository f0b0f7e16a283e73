pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// The keys of a PIN. Each press leaves at once as digit(); nothing is kept here.
Grid {
    id: pad

    /// The key at the lower left, to the letters of a passphrase.
    property bool lettersShown: true
    readonly property real keyWidth: Math.max(72, Math.min(96, (pad.width > 0 ? pad.width : 300) / 3 - Theme.space2))
    readonly property real keyHeight: 64

    signal digit(string character)
    signal erase
    signal letters

    columns: 3
    spacing: Theme.space2

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

        KeypadKey {
            required property string modelData
            width: pad.keyWidth
            height: pad.keyHeight
            enabled: pad.enabled
            text: modelData
            onActivated: pad.digit(modelData)
        }
    }
    KeypadKey {
        width: pad.keyWidth
        height: pad.keyHeight
        enabled: pad.enabled && pad.lettersShown
        opacity: pad.lettersShown ? 1 : 0
        text: qsTr("ABC")
        accessibleName: qsTr("ABC, skriv lösenfras med bokstäver")
        onActivated: pad.letters()
    }
    KeypadKey {
        width: pad.keyWidth
        height: pad.keyHeight
        enabled: pad.enabled
        text: "0"
        onActivated: pad.digit("0")
    }
    KeypadKey {
        width: pad.keyWidth
        height: pad.keyHeight
        enabled: pad.enabled
        iconName: "delete"
        text: ""
        accessibleName: qsTr("Radera senaste siffran")
        onActivated: pad.erase()
    }
}
