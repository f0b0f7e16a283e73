pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// A short choice, one of several; stands in a FlowRow. Chosen: a 2 px primary edge, another ground and a tick.
Choice {
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
