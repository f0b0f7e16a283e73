pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Of what the device reminds, when it is quiet, and what will stand on its screen then.
FillColumn {
    id: card

    required property ReminderViewModel reminders

    Layout.fillWidth: true
    spacing: Theme.space3

    AppText {
        Layout.fillWidth: true
        text: qsTr("En påminnelse säger bara vad och hur många. Inget namn och inget om någon person, även när appen är låst.")
        role: "meta"
        muted: true
    }
    Banner {
        Layout.fillWidth: true
        text: card.reminders.problem
    }
    Repeater {
        model: card.reminders.kinds

        SwitchRow {
            id: kindRow

            required property int index
            required property string kind
            required property string secondary

            required text
            Layout.fillWidth: true
            note: kindRow.secondary
            chosen: kindRow.kind === "on"
            onActivated: card.reminders.toggleKind(kindRow.index)
        }
    }
    ChipGroup {
        title: qsTr("Påminn från")
        names: card.reminders.fromTimes
        currentIndex: card.reminders.fromIndex
        onChosen: index => card.reminders.chooseFrom(index)
    }
    ChipGroup {
        title: qsTr("Tyst från")
        names: card.reminders.untilTimes
        currentIndex: card.reminders.untilIndex
        onChosen: index => card.reminders.chooseUntil(index)
    }
    SwitchRow {
        Layout.fillWidth: true
        text: qsTr("Även helger och röda dagar")
        note: qsTr("Avstängt är det tyst då.")
        chosen: card.reminders.everyDay
        onActivated: card.reminders.toggleEveryDay()
    }
    SectionHeading {
        Layout.fillWidth: true
        text: qsTr("Så här står det på skärmen")
    }
    AdviceBox {
        iconName: "bell"
        text: card.reminders.exampleText
    }
    AppText {
        Layout.fillWidth: true
        text: card.reminders.nextText
        role: "meta"
        muted: true
    }
    Button {
        kind: "quiet"
        text: qsTr("Visa en på prov")
        onActivated: card.reminders.tryOut()
    }
    LinkButton {
        iconName: "book-open"
        text: qsTr("Läs mer om påminnelser")
        onActivated: card.reminders.openHelp()
    }
}
