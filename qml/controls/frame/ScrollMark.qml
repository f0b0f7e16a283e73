pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Faltakt.Controls

/// The scroll bar: thin, always there while there is more to see, because a still page must say that it goes on.
T.ScrollBar {
    id: bar

    implicitWidth: 8
    implicitHeight: 10
    padding: 2
    minimumSize: 0.1
    visible: bar.policy === T.ScrollBar.AlwaysOn
    policy: bar.size < 0.999 && bar.size > 0 ? T.ScrollBar.AlwaysOn : T.ScrollBar.AlwaysOff
    contentItem: Rectangle {
        implicitWidth: 4
        implicitHeight: 4
        radius: 2
        color: bar.pressed ? Theme.primary : Theme.outline
    }
    Accessible.ignored: true
}
