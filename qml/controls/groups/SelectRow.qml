pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// A choice among several that is seldom changed: shows its value, opens the list in a sheet.
Pressable {
    id: control

    property string title: ""
    property alias names: list.names
    property int currentIndex: -1
    property string valueText: list.names ? list.names[control.currentIndex] ?? "" : ""

    signal chosen(int index)

    function take(index: int) {
        sheet.close();
        control.chosen(index);
    }

    Layout.fillWidth: true
    accessibleName: qsTr("%1: %2").arg(control.title).arg(control.valueText)
    description: qsTr("Öppnar en lista")
    implicitWidth: Math.ceil(Math.max(titleText.implicitWidth, valueLabel.implicitWidth)) + chevron.width + 44
    implicitHeight: Math.max(64, words.implicitHeight + 2 * Theme.space3)
    onActivated: sheet.open()

    ControlFace {
        control: control
    }
    Column {
        id: words
        anchors.left: parent.left
        anchors.right: chevron.left
        anchors.leftMargin: Theme.space4
        anchors.rightMargin: Theme.space3
        anchors.verticalCenter: parent.verticalCenter

        AppText {
            id: titleText
            width: parent.width
            text: control.title
            role: "meta"
            muted: true
            ignored: true
        }
        AppText {
            id: valueLabel
            width: parent.width
            text: control.valueText
            role: "strong"
            ignored: true
        }
    }
    Icon {
        id: chevron
        anchors.right: parent.right
        anchors.rightMargin: Theme.space4
        anchors.verticalCenter: parent.verticalCenter
        iconName: "chevron-down"
        size: 20
        color: Theme.textMuted
    }
    BottomSheet {
        id: sheet
        title: control.title

        RadioList {
            id: list
            currentIndex: control.currentIndex
            onChosen: index => control.take(index)
        }
    }
}
