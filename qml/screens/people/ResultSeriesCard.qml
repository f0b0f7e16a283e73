pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// One instrument over time: the latest result, how it has changed, and the points on the bands of its zones.
Card {
    id: card

    required title
    required property ResultContent result
    required property string when

    signal opened

    AppText {
        Layout.fillWidth: true
        text: card.result.scoreText
        role: "strong"
    }
    AppText {
        Layout.fillWidth: true
        text: card.when
        role: "meta"
        muted: true
    }
    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        text: card.result.changeText
        role: "row"
    }
    ScorePlot {
        visible: card.result.points.count > 1
        title: qsTr("Över tid")
        summary: card.result.plotSummary
        maximum: card.result.maximum
        zones: card.result.hasBothRows ? null : card.result.zones
        points: card.result.points
    }
    ScoreBar {
        visible: card.result.points.count < 2 && card.result.hasScore && !card.result.hasBothRows
        value: card.result.score
        valueText: String(card.result.score)
        maximum: card.result.maximum
        summary: card.result.scoreText
        zones: card.result.zones
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("Stöd i samtalet, inte en diagnos")
        role: "meta"
        muted: true
    }
    LinkButton {
        iconName: "arrow-right"
        text: qsTr("Öppna svaret")
        accessibleName: qsTr("%1, %2").arg(text).arg(card.title)
        onActivated: card.opened()
    }
}
