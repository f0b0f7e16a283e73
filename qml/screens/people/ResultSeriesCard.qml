pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// One instrument over time: the latest result, how it has changed, and the points on the bands of its zones.
Card {
    id: card

    required title
    required property ResultContent content
    required property string when

    signal opened

    AppText {
        Layout.fillWidth: true
        text: card.content.scoreText
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
        text: card.content.changeText
        role: "row"
    }
    ScorePlot {
        visible: card.content.points.count > 1
        title: qsTr("Över tid")
        summary: card.content.plotSummary
        maximum: card.content.maximum
        zones: card.content.hasBothRows ? null : card.content.zones
        points: card.content.points
    }
    ScoreBar {
        visible: card.content.points.count < 2 && card.content.hasScore && !card.content.hasBothRows
        value: card.content.score
        valueText: String(card.content.score)
        maximum: card.content.maximum
        summary: card.content.scoreText
        zones: card.content.zones
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
