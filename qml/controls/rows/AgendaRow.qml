pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// One thing to do: who, what, when and by which rule, with at most one act at the right. The right end holds that act
/// or nothing. Chips stand beside `when`; their words belong into `description` for readers.
Pressable {
    id: control

    default property alias chips: facts.data
    property string iconName: ""
    property string secondary: ""
    property string when: ""
    property bool divider: false
    property int position: 0
    property int count: 0
    property string actionIcon: ""
    property string actionText: ""
    property bool chosen: false
    /// Off where the row above says the same who.
    property bool textShown: true
    /// What the caller adds for readers: the words of the chips.
    property string details: ""
    readonly property real indent: 14 + leading.width + Theme.space3
    readonly property real reserve: control.actionIcon !== "" ? action.implicitWidth + Theme.space6 : 14

    signal actionActivated

    accessibleName: Speech.joined([control.text, control.secondary, control.when])
    description: Speech.joined([control.details, control.chosen ? qsTr("vald") : "", control.count > 0 ? qsTr("rad %1 av %2").arg(control.position).arg(control.count) : ""])
    implicitWidth: 320
    implicitHeight: Math.max(control.textShown ? 88 : 64, words.implicitHeight + 2 * Theme.space3)

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
        x: 14
        y: Theme.space3 + 2
        iconName: control.iconName
        size: 22
        color: Theme.textMuted
    }
    Column {
        id: words
        x: control.indent
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - control.reserve

        AppText {
            width: parent.width
            text: control.textShown ? control.text : ""
            role: "strong"
            maximumLineCount: Theme.bigText ? 6 : 2
            elide: Text.ElideRight
            ignored: true
        }
        AppText {
            width: parent.width
            text: control.secondary
            role: "row"
            maximumLineCount: Theme.bigText ? 6 : 2
            elide: Text.ElideRight
            ignored: true
        }
        Item {
            width: 1
            height: facts.implicitHeight > 0 ? 6 : 0
        }
        FlowRow {
            id: facts
            width: parent.width

            AppText {
                text: control.when
                role: "label"
                ignored: true
            }
        }
    }
    IconButton {
        id: action
        visible: control.actionIcon !== ""
        anchors.right: parent.right
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        iconName: control.actionIcon
        text: control.actionText
        filled: true
        onActivated: control.actionActivated()
    }
}
