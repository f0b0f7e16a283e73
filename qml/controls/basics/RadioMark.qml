pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// The circle of an answer: hollow, or filled when chosen; holds the digit that chooses it once a keyboard is in use.
Rectangle {
    id: mark

    property bool chosen: false
    property string digit: ""
    readonly property real side: Math.round(24 * Math.min(Theme.textScale, 1.5))

    implicitWidth: mark.side
    implicitHeight: mark.side
    radius: mark.side / 2
    color: mark.chosen ? Theme.primary : Theme.surface
    border.width: 2
    border.color: mark.chosen ? Theme.primary : Theme.outline
    Accessible.ignored: true

    AppText {
        anchors.centerIn: parent
        text: mark.digit
        role: "chip"
        color: mark.chosen ? Theme.onPrimary : Theme.text
        ignored: true
    }
    Rectangle {
        anchors.centerIn: parent
        visible: mark.chosen && mark.digit === ""
        width: Math.round(mark.side * 0.42)
        height: width
        radius: width / 2
        color: Theme.onPrimary
        Accessible.ignored: true
    }
}
