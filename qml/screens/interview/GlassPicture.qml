pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.impl
import QtQuick.Layouts
import Faltakt.Controls

/// One glass and how much is in it; drawn in one colour, so that it holds in every theme.
Item {
    id: glass

    required property string name
    required property string text
    readonly property real side: Theme.scaled(40)

    Layout.fillWidth: true
    Layout.alignment: Qt.AlignTop
    implicitHeight: picture.height + label.implicitHeight

    IconImage {
        id: picture
        anchors.horizontalCenter: parent.horizontalCenter
        source: "qrc:/pictures/glass-" + glass.name + ".svg"
        sourceSize.width: glass.side
        sourceSize.height: glass.side
        width: glass.side
        height: glass.side
        color: Theme.textMuted
        Accessible.ignored: true
    }
    AppText {
        id: label
        anchors.top: picture.bottom
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: glass.text
        role: "meta"
        ignored: true
    }
}
