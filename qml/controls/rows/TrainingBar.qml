pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// On top of everything while nothing is real.
Rectangle {
    id: bar

    required property string text

    visible: bar.text !== ""
    implicitWidth: 320
    implicitHeight: bar.visible ? Math.max(28, label.implicitHeight + 8) : 0
    color: Theme.training
    Accessible.role: Accessible.StaticText
    Accessible.name: bar.text

    AppText {
        id: label
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.space4
        width: parent.width - 2 * x
        horizontalAlignment: Text.AlignHCenter
        text: bar.text
        role: "chip"
        color: Theme.onTraining
        ignored: true
    }
}
