pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// What a result says to the worker: support for the talk. The same for an assessment and for quick screening.
FillColumn {
    id: body

    required property ResultContent result
    /// What to say, right under the scale.
    property alias advice: adviceSlot.data
    property bool sourcesShown: false
    /// Off where nothing of it is for the person's eyes.
    property bool forPerson: true

    signal personAsked
    signal stepOpened(int row)
    signal formContinued(int form)

    function foldSources() {
        body.sourcesShown = !body.sourcesShown;
    }

    Layout.fillWidth: true
    spacing: Theme.space3

    AppText {
        Layout.fillWidth: true
        text: body.result.scoreText
        role: "title"
        heading: true
    }
    Repeater {
        model: body.result.zoneLines

        AppText {
            required property string modelData
            Layout.fillWidth: true
            text: modelData
            role: "strong"
        }
    }
    AppText {
        Layout.fillWidth: true
        text: body.result.meaning
    }
    AppText {
        Layout.fillWidth: true
        visible: body.result.hasScore && body.result.hasBothRows
        text: body.result.rowLabel
        role: "label"
    }
    ScoreBar {
        visible: body.result.hasScore
        value: body.result.score
        valueText: String(body.result.score)
        maximum: body.result.maximum
        summary: body.result.scoreText
        zones: body.result.zones
    }
    AppText {
        Layout.fillWidth: true
        visible: body.result.hasScore && body.result.hasBothRows
        text: body.result.otherRowLabel
        role: "label"
    }
    ScoreBar {
        visible: body.result.hasScore && body.result.hasBothRows
        value: body.result.score
        valueText: String(body.result.score)
        maximum: body.result.maximum
        summary: body.result.scoreText
        zones: body.result.otherZones
    }
    AppText {
        Layout.fillWidth: true
        text: body.result.sexNotice
        role: "row"
    }
    AppText {
        Layout.fillWidth: true
        text: body.result.noScoreText
        role: "row"
    }
    AppText {
        Layout.fillWidth: true
        text: body.result.supportText
        role: "row"
        muted: true
    }
    FillColumn {
        id: adviceSlot
        Layout.fillWidth: true
        visible: children.length > 0
    }
    Repeater {
        model: body.result.flags

        Fact {
            required property string modelData
            Layout.fillWidth: true
            text: modelData
            iconName: "info"
        }
    }
    AppText {
        Layout.fillWidth: true
        text: body.result.unreadableText
        role: "row"
    }
    ResultParts {
        Layout.fillWidth: true
        result: body.result
    }
    Button {
        Layout.fillWidth: true
        visible: body.forPerson && body.result.personText !== ""
        iconName: "eye"
        text: qsTr("Visa för personen")
        onActivated: body.personAsked()
    }
    Repeater {
        model: body.result.longerForms

        Button {
            required property string modelData
            required property int index
            Layout.fillWidth: true
            iconName: "arrow-right"
            text: modelData
            onActivated: body.formContinued(index)
        }
    }
    Card {
        visible: body.result.points.count > 1
        title: qsTr("Över tid")

        AppText {
            Layout.fillWidth: true
            text: body.result.changeText
            role: "strong"
        }
        ScorePlot {
            summary: body.result.plotSummary
            maximum: body.result.maximum
            zones: body.result.hasBothRows ? null : body.result.zones
            points: body.result.points
        }
    }
    Card {
        visible: body.result.nextSteps.count > 0
        title: qsTr("Nästa steg enligt riktlinjen")
        flush: true

        Repeater {
            model: body.result.nextSteps

            ListRow {
                required property int index
                required property string title
                required property string priority
                required property string source
                Layout.fillWidth: true
                iconName: "book-open"
                text: title
                secondary: priority
                details: source
                divider: index > 0
                position: index + 1
                count: body.result.nextSteps.count
                onActivated: body.stepOpened(index)
            }
        }
    }
    LinkButton {
        iconName: body.sourcesShown ? "chevron-up" : "chevron-down"
        text: qsTr("Källor och gränser")
        description: body.sourcesShown ? qsTr("utfälld") : qsTr("hopfälld")
        onActivated: body.foldSources()
    }
    AppText {
        Layout.fillWidth: true
        text: body.sourcesShown ? body.result.limitsText : ""
        role: "meta"
        muted: true
    }
    AppText {
        Layout.fillWidth: true
        text: body.sourcesShown ? body.result.wordingNote : ""
        role: "meta"
        muted: true
    }
}
