pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// How many of a few tries are behind: full, ringed (the present one), hollow; always with the words.
Item {
    id: dots

    required property int done
    required property int count
    required property string text
    property string note: ""

    implicitWidth: flow.implicitWidth
    implicitHeight: flow.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: dots.note === "" ? dots.text : qsTr("%1. %2").arg(dots.text).arg(dots.note)

    FlowRow {
        id: flow
        width: parent.width
        spacing: Theme.space3

        Row {
            spacing: 6

            Repeater {
                model: dots.count

                Rectangle {
                    id: dot
                    required property int index
                    readonly property bool present: dot.index === dots.done
                    width: Theme.scaled(12) > 18 ? 18 : 12
                    height: width
                    radius: width / 2
                    color: dot.index < dots.done ? Theme.primary : "transparent"
                    border.width: dot.present ? 4 : 2
                    border.color: dot.index <= dots.done ? Theme.primary : Theme.outline
                }
            }
        }
        AppText {
            text: dots.text
            role: "label"
            ignored: true
        }
        AppText {
            text: dots.note
            role: "meta"
            muted: true
            ignored: true
        }
    }
}
