pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// Says something to a reader without moving the focus. Qt 6.4 cannot announce, but an alert that is shown is read: the
/// item gets its words, is shown, and goes again after five seconds. One in each window.
Item {
    id: announcer

    /// The words being said; empty when silent.
    readonly property alias current: announcer.words
    property string words: ""

    function say(text: string) {
        announcer.visible = false;
        announcer.words = text;
        announcer.visible = text !== "";
        silence.restart();
    }
    function hush() {
        announcer.visible = false;
        announcer.words = "";
    }

    width: 1
    height: 1
    visible: false
    Accessible.role: Accessible.AlertMessage
    Accessible.name: announcer.words

    Timer {
        id: silence
        interval: 5000
        onTriggered: announcer.hush()
    }
}
