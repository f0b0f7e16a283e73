pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// A way to reach somebody by phone, with what must be known before: never the voicemail, best hours. A device that
/// cannot call shows the number large and no button.
Rectangle {
    id: row

    required property string number
    property string secondary: ""
    property string note: ""
    property string noteIcon: "ban"
    property string actionText: qsTr("Ring")
    property string accessibleName: qsTr("%1, %2").arg(row.actionText).arg(row.number)
    property bool canCall: true
    /// The one main act of the page is filled, others are outlined.
    property bool main: true

    signal activated

    function act() {
        callButton.act();
    }

    Layout.fillWidth: true
    implicitWidth: words.implicitWidth + callButton.implicitWidth + 3 * Theme.space4
    implicitHeight: grid.implicitHeight + 2 * Theme.space3
    radius: Theme.radiusCard
    color: Theme.surface
    border.width: Theme.penDivider
    border.color: Theme.divider

    GridLayout {
        id: grid
        x: Theme.space4
        y: Theme.space3
        width: parent.width - Theme.space4 - Theme.space3
        columns: callButton.implicitWidth + 150 * Theme.textScale > width ? 1 : 2
        columnSpacing: Theme.space3
        rowSpacing: Theme.space2

        ColumnLayout {
            id: words
            Layout.fillWidth: true
            spacing: 2

            AppText {
                Layout.fillWidth: true
                text: row.number
                role: "number"
                large: !row.canCall
            }
            AppText {
                Layout.fillWidth: true
                text: row.secondary
                role: "meta"
                muted: true
            }
            Fact {
                Layout.fillWidth: true
                text: row.note
                iconName: row.noteIcon
                strong: true
            }
        }
        Button {
            id: callButton
            visible: row.canCall
            enabled: row.enabled
            kind: row.main ? "primary" : "outline"
            compact: true
            iconName: "phone"
            text: row.actionText
            accessibleName: row.accessibleName
            onActivated: row.activated()
        }
    }
}
