pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// The parts of one thing, at most four. When the words do not fit beside each other it becomes a list to choose from.
/// Arrows move the focus; a tab opens by Space, Enter or tap only.
Item {
    id: tabs

    property alias names: repeater.model
    property int currentIndex: 0
    property string title: qsTr("Visa")
    readonly property bool folded: Theme.hugeText || row.implicitWidth > tabs.width

    signal chosen(int index)

    Layout.fillWidth: true
    implicitWidth: row.implicitWidth
    implicitHeight: tabs.folded ? fold.implicitHeight : row.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: tabs.title

    Divider {
        visible: !tabs.folded
        anchors.bottom: parent.bottom
        width: parent.width
        height: implicitHeight
    }
    Row {
        id: row
        visible: !tabs.folded
        spacing: Theme.space2

        Repeater {
            id: repeater

            TabButton {
                required property string modelData
                required property int index
                text: modelData
                chosen: index === tabs.currentIndex
                position: index + 1
                count: repeater.count
                onActivated: tabs.chosen(index)
            }
        }
    }
    SelectRow {
        id: fold
        visible: tabs.folded
        width: parent.width
        title: tabs.title
        names: repeater.model
        currentIndex: tabs.currentIndex
        onChosen: index => tabs.chosen(index)
    }
}
