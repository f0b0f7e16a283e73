pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// The title of a group with its count; readers can jump to it. What is put inside stands at the right.
Item {
    id: section

    default property alias aside: right.data
    required property string text
    property string count: ""
    /// "label" in lists, "heading" on pages.
    property string level: "label"

    implicitWidth: words.implicitWidth + right.implicitWidth
    implicitHeight: Math.max(words.implicitHeight, right.implicitHeight)
    Accessible.role: Accessible.Heading
    Accessible.name: section.count === "" ? section.text : qsTr("%1, %2").arg(section.text).arg(section.count)
    Accessible.focusable: true

    FlowRow {
        id: words
        anchors.left: parent.left
        anchors.right: right.left
        anchors.rightMargin: right.implicitWidth > 0 ? Theme.space3 : 0
        anchors.verticalCenter: parent.verticalCenter

        AppText {
            text: section.text
            role: section.level
            ignored: true
        }
        AppText {
            text: section.count
            role: "meta"
            muted: true
            ignored: true
        }
    }
    FlowRow {
        id: right
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, parent.width / 2)
    }
}
