pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// A short choice, any of several; stands in a FlowRow.
Check {
    id: control

    property string iconName: ""

    implicitWidth: face.implicitWidth
    implicitHeight: face.implicitHeight

    ChipContent {
        id: face
        anchors.fill: parent
        control: control
        text: control.text
        iconName: control.iconName
        chosen: control.chosen
    }
}
