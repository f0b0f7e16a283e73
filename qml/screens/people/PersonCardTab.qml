pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Who it is and how to reach the person; each line leads to its change.
FillColumn {
    id: tab

    required property PersonViewModel viewModel

    spacing: Theme.space3

    Item {
        implicitHeight: Theme.space1
    }
    Card {
        Layout.fillWidth: true
        flush: true

        AppText {
            Layout.fillWidth: true
            Layout.margins: Theme.space4
            Layout.bottomMargin: Theme.space2
            text: qsTr("Kontaktvägar")
            role: "heading"
            heading: true
        }
        AppText {
            Layout.fillWidth: true
            Layout.margins: Theme.space4
            Layout.topMargin: 0
            visible: ways.count === 0
            text: qsTr("Ingen kontaktväg är noterad.")
            muted: true
        }
        Repeater {
            id: ways
            model: tab.viewModel.ways

            ListRow {
                id: way
                required property int index
                required property string kindText
                required property string valueText
                required property string iconName
                required property string hours
                required property string note
                required property bool neverVoicemail
                required property bool canChange

                Layout.fillWidth: true
                text: way.valueText
                secondary: way.note
                trailing: way.kindText
                divider: true
                enabled: way.canChange
                details: way.canChange ? qsTr("Ändra") : ""
                onActivated: tab.viewModel.changeWay(way.index)

                Fact {
                    visible: way.neverVoicemail
                    text: qsTr("Aldrig röstbrevlåda")
                    iconName: "ban"
                    strong: true
                }
                Fact {
                    visible: text !== ""
                    text: way.hours
                    iconName: "clock"
                }
            }
        }
        LinkButton {
            Layout.leftMargin: Theme.space3
            Layout.bottomMargin: Theme.space1
            visible: tab.viewModel.hasCard
            iconName: "plus"
            text: qsTr("Lägg till kontaktväg")
            onActivated: tab.viewModel.addWay()
        }
    }
    DecisionsCard {
        Layout.fillWidth: true
        decisions: tab.viewModel.decisions
    }
    CardEntryList {
        Layout.fillWidth: true
        visible: tab.viewModel.entries.canChange
        title: qsTr("Att tänka på")
        emptyText: qsTr("Inget är noterat.")
        addText: qsTr("Lägg till att tänka på")
        entries: tab.viewModel.entries.flags
        onChosen: index => tab.viewModel.entries.changeFlag(index)
        onAddWanted: tab.viewModel.entries.addFlag()
    }
    CardEntryList {
        Layout.fillWidth: true
        visible: tab.viewModel.entries.canChange
        title: qsTr("Personer runt omkring")
        emptyText: qsTr("Ingen är noterad.")
        addText: qsTr("Lägg till person runt omkring")
        entries: tab.viewModel.entries.around
        onChosen: index => tab.viewModel.entries.changeRelated(index)
        onAddWanted: tab.viewModel.entries.addRelated()
    }
    CardEntryList {
        Layout.fillWidth: true
        visible: tab.viewModel.entries.canChange
        title: qsTr("Andra namn och nummer")
        emptyText: qsTr("Inga andra namn är noterade.")
        addText: qsTr("Lägg till namn")
        entries: tab.viewModel.entries.names
        onChosen: index => tab.viewModel.entries.changeName(index)
        onAddWanted: tab.viewModel.entries.addName()
    }
    Card {
        Layout.fillWidth: true
        flush: true
        visible: fields.count > 0

        SectionHeading {
            Layout.fillWidth: true
            Layout.margins: Theme.space4
            Layout.bottomMargin: Theme.space2
            text: qsTr("Uppgifter")
            level: "heading"
        }
        Repeater {
            id: fields
            model: tab.viewModel.fields

            ListRow {
                id: field
                required property int index
                required property string label
                required property string value
                required property bool canChange

                Layout.fillWidth: true
                text: field.label
                secondary: field.value
                divider: true
                enabled: field.canChange
                details: field.canChange ? qsTr("Ändra") : ""
                onActivated: tab.viewModel.changeField(field.index)
            }
        }
    }
    TiedFiles {
        Layout.fillWidth: true
        visible: tab.viewModel.merge.canTie
        merge: tab.viewModel.merge
    }
    Button {
        visible: tab.viewModel.hasReport
        iconName: "file-text"
        text: qsTr("Visa rapporten")
        onActivated: tab.viewModel.showReport()
    }
    Button {
        visible: tab.viewModel.canHandOver
        iconName: "users"
        text: qsTr("Lämna över ärendet")
        onActivated: tab.viewModel.handOver()
    }
    Button {
        visible: tab.viewModel.canClose && !tab.viewModel.isClosed
        iconName: "folder-open"
        text: qsTr("Flytta ärendet")
        onActivated: tab.viewModel.openStage()
    }
    Button {
        visible: tab.viewModel.canClose
        iconName: "folder-open"
        text: tab.viewModel.isClosed ? qsTr("Öppna ärendet igen") : qsTr("Avsluta ärendet")
        onActivated: tab.viewModel.openClosing()
    }
    Button {
        visible: tab.viewModel.hasDeputies
        iconName: "users"
        text: qsTr("Ersättare")
        onActivated: tab.viewModel.showDeputies()
    }
}
