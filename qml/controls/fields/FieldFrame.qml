pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// Label above a field, help and error below it. An error has an icon and words, never colour alone.
FillColumn {
    id: frame

    default property alias content: slot.data
    property string label: ""
    property string help: ""
    property string error: ""
    property bool optional: false

    Layout.fillWidth: true
    spacing: 6

    AppText {
        Layout.fillWidth: true
        text: frame.optional ? qsTr("%1 (frivilligt)").arg(frame.label) : frame.label
        role: "label"
        ignored: true
    }
    FillColumn {
        id: slot
        Layout.fillWidth: true
        spacing: 0
    }
    AppText {
        Layout.fillWidth: true
        text: frame.help
        role: "meta"
        muted: true
        ignored: true
    }
    Fact {
        Layout.fillWidth: true
        text: frame.error
        iconName: "circle-alert"
        color: Theme.palette.mark("danger")
    }
}
