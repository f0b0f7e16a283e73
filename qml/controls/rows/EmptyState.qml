pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// Why there is nothing here and what comes; at most one act.
FillColumn {
    id: state

    required property string text
    property string title: ""
    property string iconName: "check"
    property string actionText: ""
    property string tone: "plain"

    signal activated

    Layout.fillWidth: true
    spacing: Theme.space2

    Icon {
        Layout.topMargin: Theme.space5
        Layout.alignment: Qt.AlignHCenter
        iconName: state.iconName
        size: 32
        color: Theme.palette.mark(state.tone)
    }
    AppText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: state.title
        role: "heading"
        heading: true
    }
    AppText {
        Layout.fillWidth: true
        Layout.maximumWidth: 480 * Theme.textScale
        Layout.alignment: Qt.AlignHCenter
        horizontalAlignment: Text.AlignHCenter
        text: state.text
        muted: true
    }
    Button {
        Layout.alignment: Qt.AlignHCenter
        Layout.maximumWidth: state.width
        Layout.topMargin: Theme.space2
        visible: text !== ""
        text: state.actionText
        onActivated: state.activated()
    }
}
