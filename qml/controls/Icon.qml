pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.impl

/// One icon of the set, by its name; tinted, so that it works in every theme and without a GPU.
IconImage {
    required property string iconName
    property real size: 24
    source: "qrc:/icons/" + iconName + ".svg"
    sourceSize: Qt.size(size, size)
    color: Theme.text
}
