pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// "Nästa steg" of one person; `most` of them, or all.
Card {
    id: card

    required property PersonViewModel viewModel
    property int most: 1000

    flush: true

    AppText {
        Layout.fillWidth: true
        Layout.margins: Theme.space4
        Layout.bottomMargin: Theme.space2
        text: qsTr("Nästa steg")
        role: "heading"
        heading: true
    }
    AppText {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space4
        Layout.rightMargin: Theme.space4
        Layout.bottomMargin: Theme.space3
        visible: steps.count === 0
        text: qsTr("Inget är planerat.")
        muted: true
    }
    Repeater {
        id: steps
        model: card.viewModel.steps

        ListRow {
            id: step
            required property int index
            required property string what
            required property string when
            required property string ruleText
            required property string ruleTone
            required property string ruleIcon

            Layout.fillWidth: true
            visible: step.index < card.most
            text: step.what
            divider: true
            onActivated: card.viewModel.openStep(step.index)

            AppText {
                text: step.when
                role: "label"
                ignored: true
            }
            RuleButton {
                dense: true
                text: step.ruleText
                tone: step.ruleTone
                iconName: step.ruleIcon === "" ? Theme.palette.icon(step.ruleTone) : step.ruleIcon
                accessibleName: qsTr("%1. Varför? %2").arg(step.ruleText).arg(step.what)
                onActivated: card.viewModel.explainStep(step.index)
            }
        }
    }
    LinkButton {
        Layout.leftMargin: Theme.space3
        visible: !card.viewModel.isClosed
        iconName: "calendar-plus"
        text: qsTr("Boka nästa")
        onActivated: card.viewModel.booking.open()
    }
    LinkButton {
        Layout.leftMargin: Theme.space3
        Layout.bottomMargin: Theme.space1
        visible: !card.viewModel.isClosed
        iconName: "plus"
        text: qsTr("Ny uppgift")
        onActivated: card.viewModel.addTask()
    }
}
