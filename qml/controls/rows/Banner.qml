pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// Something that stays until it is handled: what happened, what is safe, what to do. Gone when it has no text.
Rectangle {
    id: banner

    property string title: ""
    property string text: ""
    property string tone: "info"
    property string iconName: Theme.palette.icon(banner.tone)
    property string actionText: ""
    property string secondaryText: ""
    readonly property color ink: Theme.palette.mark(banner.tone)
    /// The training tone is light in every scheme, so its words are dark in every scheme.
    readonly property color wordColour: banner.tone === "training" ? Theme.onTraining : Theme.text

    signal activated
    signal secondaryActivated

    Layout.fillWidth: true
    visible: banner.text !== "" || banner.title !== ""
    implicitWidth: 320
    implicitHeight: Math.max(56, words.implicitHeight + 2 * Theme.space3)
    radius: Theme.radiusControl
    color: Theme.palette.tint(banner.tone)
    border.width: Theme.contrast ? 2 : banner.tone === "danger" || banner.tone === "conflict" ? Theme.penControl : 0
    border.color: banner.ink
    Accessible.role: Accessible.Grouping
    Accessible.name: banner.title === "" ? banner.text : banner.title

    Icon {
        id: leading
        x: Theme.space3
        y: Theme.space3 + 2
        iconName: banner.iconName
        size: 22
        color: banner.ink
    }
    FillColumn {
        id: words
        anchors.left: leading.right
        anchors.right: parent.right
        anchors.margins: Theme.space3
        y: Theme.space3
        spacing: Theme.space1

        AppText {
            Layout.fillWidth: true
            text: banner.title
            role: "strong"
            color: banner.wordColour
        }
        AppText {
            Layout.fillWidth: true
            text: banner.text
            role: "row"
            color: banner.wordColour
        }
        FlowRow {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space1
            visible: banner.actionText !== "" || banner.secondaryText !== ""

            Button {
                visible: text !== ""
                compact: true
                text: banner.actionText
                onActivated: banner.activated()
            }
            Button {
                visible: text !== ""
                compact: true
                kind: "quiet"
                text: banner.secondaryText
                onActivated: banner.secondaryActivated()
            }
        }
    }
}
