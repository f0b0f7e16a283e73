pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// One score on the bands of its zones: the numeral of each zone inside its band, a pin with the score above. `zones`
/// is a model with from, to, numeral.
Item {
    id: bar

    required property real value
    required property string valueText
    /// One sentence for readers.
    required property string summary
    property alias zones: repeater.model
    property real minimum: 0
    property real maximum: 40
    readonly property real span: Math.max(1, bar.maximum - bar.minimum + 1)

    function along(score: real): real {
        return Math.round((score - bar.minimum) / bar.span * bar.width);
    }

    Layout.fillWidth: true
    implicitWidth: 320
    implicitHeight: pin.height + band.height + 8
    Accessible.role: Accessible.Graphic
    Accessible.name: bar.valueText
    Accessible.description: bar.summary

    Rectangle {
        id: band
        y: pin.height + 8
        width: parent.width
        height: Math.round(32 * Math.min(Theme.textScale, 1.6))
        color: Theme.surface
        border.width: 1
        border.color: Theme.outline

        Repeater {
            id: repeater

            Rectangle {
                id: zone
                required property real from
                required property real to
                required property string numeral
                required property int index
                x: bar.along(zone.from)
                width: bar.along(zone.to + 1) - x
                height: parent ? parent.height : 0
                color: Theme.palette.zone(zone.index)
                border.width: 1
                border.color: Theme.outline

                AppText {
                    anchors.centerIn: parent
                    visible: implicitWidth < zone.width
                    text: zone.numeral
                    role: "chip"
                    ignored: true
                }
            }
        }
    }
    Rectangle {
        id: pin
        readonly property real middle: bar.along(bar.value + 0.5)
        x: Math.max(0, Math.min(bar.width - width, pin.middle - width / 2))
        width: Math.ceil(pinText.implicitWidth) + 2 * Theme.space2
        height: pinText.implicitHeight + 4
        radius: Theme.radiusChip
        color: Theme.text

        AppText {
            id: pinText
            anchors.centerIn: parent
            text: bar.valueText
            role: "label"
            color: Theme.surface
            ignored: true
        }
    }
    Rectangle {
        x: pin.middle - 2
        y: pin.height - 1
        width: 4
        height: 9 + band.height
        color: Theme.text
        border.width: 0
    }
}
