pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// A fact with its label: beside each other from 480 px, else one above the other.
Item {
    id: pair

    required property string label
    required property string value
    readonly property bool beside: pair.width >= 480 * Theme.textScale

    visible: pair.value !== ""
    implicitWidth: Math.max(labelText.implicitWidth, valueText.implicitWidth)
    implicitHeight: pair.beside ? Math.max(labelText.implicitHeight, valueText.implicitHeight) : labelText.implicitHeight + valueText.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(pair.label).arg(pair.value)

    AppText {
        id: labelText
        width: pair.beside ? 176 * Theme.textScale : parent.width
        text: pair.label
        role: "meta"
        muted: true
        ignored: true
    }
    AppText {
        id: valueText
        x: pair.beside ? labelText.width + Theme.space3 : 0
        y: pair.beside ? 0 : labelText.implicitHeight
        width: parent.width - x
        text: pair.value
        role: "row"
        ignored: true
    }
}
