pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// Scores of one questionnaire over time, on the bands of its zones. Bands carry their numeral, points their value;
/// squares are what the interviewer set, circles what the person said. The same numbers stand in a table behind one
/// button. `zones` is a model with from, to, numeral; `points` one with value, valueText, when, shape.
FillColumn {
    id: plot

    property string title: ""
    required property string summary
    property alias zones: zoneRepeater.model
    property alias points: pointRepeater.model
    property real minimum: 0
    property real maximum: 40
    property string tableText: qsTr("Visa som tabell")
    property string plotText: qsTr("Visa som diagram")
    property bool tableShown: false
    readonly property real gutter: Math.round(40 * Theme.textScale)
    readonly property real span: Math.max(1, plot.maximum - plot.minimum + 1)
    readonly property real labelWidth: 84 * Theme.textScale

    function height01(value: real): real {
        return 1 - (value - plot.minimum + 0.5) / plot.span;
    }

    Layout.fillWidth: true
    spacing: Theme.space2

    AppText {
        Layout.fillWidth: true
        text: plot.title
        role: "label"
        heading: true
    }
    Item {
        id: drawing
        readonly property real plane: 200 * Math.min(Theme.textScale, 1.5)
        Layout.fillWidth: true
        visible: !plot.tableShown
        implicitWidth: 320
        implicitHeight: drawing.plane + 24 + 20 * Theme.textScale
        Accessible.role: Accessible.Graphic
        Accessible.name: plot.title === "" ? plot.summary : plot.title
        Accessible.description: plot.summary

        Repeater {
            id: zoneRepeater

            Rectangle {
                id: band
                required property real from
                required property real to
                required property string numeral
                required property int index
                readonly property real upper: Math.max(0, plot.height01(Math.min(plot.maximum, band.to) + 0.5))
                y: 16 + Math.round(band.upper * drawing.plane)
                width: drawing.width
                height: Math.round(plot.height01(band.from - 0.5) * drawing.plane) - Math.round(band.upper * drawing.plane)
                color: Theme.palette.zone(band.index)

                Rectangle {
                    width: parent.width
                    height: 1
                    color: Theme.outline
                }
                AppText {
                    x: Theme.space2
                    anchors.verticalCenter: parent.verticalCenter
                    text: band.numeral
                    role: "chip"
                    ignored: true
                }
            }
        }
        PlotLine {
            x: plot.gutter + plot.labelWidth / 2
            y: 16
            width: drawing.width - plot.gutter - plot.labelWidth
            height: drawing.plane
            points: pointRepeater.model
            minimum: plot.minimum - 0.5
            maximum: plot.maximum + 0.5
            color: Theme.text
        }
        Repeater {
            id: pointRepeater

            Item {
                id: point
                required property real value
                required property string valueText
                required property string when
                required property string shape
                required property int index
                readonly property real share: pointRepeater.count < 2 ? 0.5 : point.index / (pointRepeater.count - 1)
                readonly property bool labelled: pointRepeater.count * plot.labelWidth <= drawing.width - plot.gutter || point.index === 0 || point.index === pointRepeater.count - 1
                x: Math.round(plot.gutter + plot.labelWidth / 2 + point.share * (drawing.width - plot.gutter - plot.labelWidth))
                y: 16 + Math.round(plot.height01(point.value) * drawing.plane)

                Rectangle {
                    x: -8
                    y: -8
                    width: 16
                    height: 16
                    radius: point.shape === "square" ? 2 : 8
                    color: Theme.text
                    border.width: 2
                    border.color: Theme.surface
                }
                Rectangle {
                    x: Math.round(-width / 2)
                    y: point.y < 16 + height + 12 ? 12 : -height - 12
                    width: Math.ceil(valueLabel.implicitWidth) + 8
                    height: valueLabel.implicitHeight
                    radius: 4
                    color: Theme.surface
                    border.width: 1
                    border.color: Theme.outline

                    AppText {
                        id: valueLabel
                        anchors.centerIn: parent
                        text: point.valueText
                        role: "chip"
                        ignored: true
                    }
                }
                AppText {
                    visible: point.labelled
                    x: Math.round(-width / 2)
                    y: drawing.plane + 16 - point.y + 6
                    width: plot.labelWidth
                    horizontalAlignment: Text.AlignHCenter
                    text: point.when
                    role: "chip"
                    muted: true
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                    ignored: true
                }
            }
        }
    }
    Repeater {
        model: plot.tableShown ? pointRepeater.model : null

        LabelValue {
            required property string when
            required property string valueText
            Layout.fillWidth: true
            label: when
            value: valueText
        }
    }
    LinkButton {
        Layout.maximumWidth: plot.width
        iconName: plot.tableShown ? "chart-column" : "table"
        text: plot.tableShown ? plot.plotText : plot.tableText
        accessibleName: plot.title === "" ? text : qsTr("%1, %2").arg(text).arg(plot.title)
        onActivated: plot.tableShown = !plot.tableShown
    }
}
