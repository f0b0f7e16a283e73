pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// One of a list that opens: two lines, perhaps an icon at the left and a word at the right.
Pressable {
    id: control

    default property alias chips: facts.data
    property string iconName: ""
    property string secondary: ""
    property string trailing: ""
    property bool chosen: false
    property bool divider: false
    property int position: 0
    property int count: 0
    property string details: ""
    /// At big text the word at the right moves below.
    readonly property bool stacked: Theme.bigText || trailingText.implicitWidth > control.width * 0.35
    readonly property real indent: control.iconName !== "" ? Theme.space4 + leading.width + Theme.space3 : Theme.space4

    accessibleName: Speech.joined([control.text, control.secondary, control.trailing])
    description: Speech.joined([control.details, control.chosen ? qsTr("vald") : "", control.count > 0 ? qsTr("rad %1 av %2").arg(control.position).arg(control.count) : ""])
    implicitWidth: 320
    implicitHeight: Math.max(72, words.implicitHeight + 2 * Theme.space3)

    RowFace {
        control: control
        chosen: control.chosen
    }
    Divider {
        visible: control.divider
        x: control.indent
        width: parent.width - x
        height: implicitHeight
    }
    Icon {
        id: leading
        x: Theme.space4
        y: Theme.space3 + 2
        iconName: control.iconName
        size: 22
        color: Theme.textMuted
    }
    Column {
        id: words
        x: control.indent
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - Theme.space4 - (control.trailing !== "" && !control.stacked ? trailingText.width + Theme.space3 : 0)

        AppText {
            width: parent.width
            text: control.text
            role: "strong"
            maximumLineCount: Theme.bigText ? 6 : 2
            elide: Text.ElideRight
            ignored: true
        }
        AppText {
            width: parent.width
            text: control.secondary
            role: "row"
            muted: true
            maximumLineCount: Theme.bigText ? 6 : 3
            elide: Text.ElideRight
            ignored: true
        }
        AppText {
            width: parent.width
            text: control.stacked ? control.trailing : ""
            role: "label"
            ignored: true
        }
        Item {
            width: 1
            height: facts.implicitHeight > 0 ? 6 : 0
        }
        FlowRow {
            id: facts
            width: parent.width
        }
    }
    AppText {
        id: trailingText
        anchors.right: parent.right
        anchors.rightMargin: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        visible: control.trailing !== "" && !control.stacked
        text: control.trailing
        role: "label"
        muted: true
        ignored: true
    }
}
