pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// One answer to a question. The mark shows the digit that chooses it once a hardware key was used.
Choice {
    id: control

    property int position: 0
    property int count: 0
    property int digit: 0
    property bool digitsShown: false
    /// Self-fill.
    property bool large: false
    /// The same answer in a second language, below.
    property string secondText: ""

    accessibleName: control.count > 0 ? qsTr("%1, %2 av %3").arg(control.text).arg(control.position).arg(control.count) : control.text
    implicitWidth: Math.ceil(label.implicitWidth) + mark.width + Theme.space3 + 2 * Theme.space4
    implicitHeight: Math.max(control.large ? 72 : 60, words.implicitHeight + 2 * Theme.space3)

    ControlFace {
        control: control
        chosen: control.chosen
    }
    RadioMark {
        id: mark
        anchors.left: parent.left
        anchors.leftMargin: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        chosen: control.chosen
        digit: control.digitsShown && control.digit > 0 ? control.digit : ""
    }
    Column {
        id: words
        anchors.left: mark.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.space3
        anchors.rightMargin: Theme.space4
        anchors.verticalCenter: parent.verticalCenter

        AppText {
            id: label
            width: parent.width
            text: control.text
            role: "answer"
            large: control.large
            color: control.enabled ? Theme.text : Theme.textDisabled
            ignored: true
        }
        AppText {
            width: parent.width
            text: control.secondText
            role: "row"
            muted: true
            ignored: true
        }
    }
}
