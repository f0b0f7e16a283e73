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

    readonly property bool stacked: row.canCall && callButton.implicitWidth + 190 * Theme.textScale > row.width

    signal activated

    function act() {
        callButton.act();
    }

    Layout.fillWidth: true
    implicitWidth: words.implicitWidth + callButton.implicitWidth + 3 * Theme.space4
    implicitHeight: words.implicitHeight + (row.stacked ? callButton.implicitHeight + Theme.space2 : Math.max(0, callButton.height - words.implicitHeight)) + 2 * Theme.space3
    radius: Theme.radiusCard
    color: Theme.surface
    border.width: Theme.penDivider
    border.color: Theme.divider

    FillColumn {
        id: words
        x: Theme.space4
        y: row.stacked ? Theme.space3 : (row.height - implicitHeight) / 2
        width: row.width - 2 * Theme.space4 - (row.canCall && !row.stacked ? callButton.width + Theme.space3 : 0)
        spacing: 2

        AppText {
            Layout.fillWidth: true
            text: row.number
            role: "number"
            large: !row.canCall
            // A number on two lines is dialled wrong: it grows smaller instead.
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 12
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
        x: row.stacked ? Theme.space4 : row.width - width - Theme.space3
        y: row.stacked ? words.y + words.implicitHeight + Theme.space2 : (row.height - height) / 2
        width: Math.min(implicitWidth, row.width - 2 * Theme.space4)
        height: visible ? implicitHeight : 0
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
