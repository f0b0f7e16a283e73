pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// How many characters of a secret are there; with `total` also how many are wanted.
Row {
    id: dots

    required property int count
    property int total: 0

    spacing: Theme.space2
    Accessible.role: Accessible.StaticText
    Accessible.name: dots.total > 0 ? qsTr("%1 av %2 siffror").arg(dots.count).arg(dots.total) : qsTr("%n tecken skrivna", "", dots.count)

    Repeater {
        model: Math.min(24, Math.max(dots.count, dots.total))

        Rectangle {
            id: dot
            required property int index
            width: 14
            height: 14
            radius: 7
            color: dot.index < dots.count ? Theme.text : "transparent"
            border.width: 2
            border.color: dot.index < dots.count ? Theme.text : Theme.outline
        }
    }
}
