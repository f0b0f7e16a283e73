pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// Who was met, and the one line that stands with each of them.
FillColumn {
    id: fields

    required property MetTodayViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space3

    SearchField {
        Layout.fillWidth: true
        label: qsTr("Sök namn eller nummer")
        text: fields.viewModel.query
        countText: fields.viewModel.countText
        onEdited: text => fields.viewModel.search(text)
        onCleared: fields.viewModel.search("")
    }
    Fact {
        Layout.fillWidth: true
        iconName: "circle-alert"
        color: Theme.palette.mark("danger")
        text: fields.viewModel.missing
    }
    EmptyState {
        Layout.fillWidth: true
        visible: fields.viewModel.people.count === 0 && fields.viewModel.query === ""
        iconName: "users"
        text: qsTr("Inga personer på enheten än.")
    }
    AppText {
        Layout.fillWidth: true
        visible: fields.viewModel.query !== ""
        text: fields.viewModel.countText
        role: "meta"
        muted: true
    }
    Card {
        Layout.fillWidth: true
        visible: fields.viewModel.people.count > 0
        title: fields.viewModel.chosenText

        Repeater {
            model: fields.viewModel.people

            CheckRow {
                id: row

                required property int index
                required property string name
                required property string secondary
                required property bool isChosen

                Layout.fillWidth: true
                text: row.name
                note: row.secondary
                chosen: row.isChosen
                onActivated: fields.viewModel.toggle(row.index)
            }
        }
    }
    LinkButton {
        visible: fields.viewModel.hasMore
        iconName: "chevron-down"
        text: qsTr("Visa fler")
        onActivated: fields.viewModel.showMore()
    }
    TextArea {
        Layout.fillWidth: true
        label: qsTr("En rad för alla (frivilligt)")
        help: qsTr("Den står hos var och en. Skriv inget om de andra.")
        minimumLines: 1
        text: fields.viewModel.text
        onEdited: text => fields.viewModel.editText(text)
    }
    Chips {
        title: qsTr("Var?")
        choices: fields.viewModel.ways
    }
    SectionHeading {
        Layout.fillWidth: true
        text: fields.viewModel.whenText

        LinkButton {
            text: qsTr("Ändra")
            accessibleName: qsTr("Ändra, när ni träffades")
            onActivated: fields.viewModel.changeWhen()
        }
    }
    MomentFields {
        visible: fields.viewModel.picksMoment
        picker: fields.viewModel.moment
    }
    LinkButton {
        iconName: "trash-2"
        text: qsTr("Ta bort utkastet")
        onActivated: fields.viewModel.discard()
    }
}
