pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// The one main act of the whole app ("Nytt"), in the same place on every page.
Pressable {
    id: control

    property string iconName: "plus"
    /// The lower form, for a rail that has little height.
    property bool low: false

    implicitWidth: Math.max(64, Math.ceil(label.implicitWidth) + Theme.space3)
    implicitHeight: Math.max(control.low ? Theme.target : 64, words.implicitHeight + (control.low ? Theme.space2 : Theme.space4))

    background: Rectangle {
        radius: Theme.radiusSheet
        color: control.down ? Theme.primaryPressed : Theme.primary
        border.width: control.hovered ? 2 : 0
        border.color: Theme.onPrimary

        FocusRing {
            control: control
            controlRadius: Theme.radiusSheet
        }
    }
    Column {
        id: words
        anchors.centerIn: parent

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            iconName: control.iconName
            color: Theme.onPrimary
        }
        AppText {
            id: label
            anchors.horizontalCenter: parent.horizontalCenter
            text: control.text
            role: "nav"
            color: Theme.onPrimary
            ignored: true
        }
    }
}
