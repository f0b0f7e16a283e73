pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Another name of a person, or something arranged for the work with her.
BottomSheet {
    id: sheet

    required property PersonEntryViewModel entry

    title: sheet.entry.title
    visible: sheet.entry.isOpen
    holdsWork: sheet.entry.isTouched
    onClosed: sheet.entry.close()

    ChipGroup {
        Layout.fillWidth: true
        title: sheet.entry.isFlag ? qsTr("Vad ska ordnas?") : qsTr("Sorts namn")
        names: sheet.entry.kinds
        currentIndex: sheet.entry.kindIndex
        error: sheet.entry.kindProblem
        onChosen: index => sheet.entry.chooseKind(index)
    }
    TextField {
        Layout.fillWidth: true
        label: sheet.entry.isFlag ? qsTr("Vem säger det?") : qsTr("Namn")
        help: sheet.entry.isFlag ? qsTr("Personen själv, en kollega, ett beslut") : ""
        text: sheet.entry.value
        error: sheet.entry.valueProblem
        maximumLength: 120
        onEdited: text => sheet.entry.setValue(text)
        onAccepted: sheet.entry.save()
    }
    ChipGroup {
        Layout.fillWidth: true
        visible: sheet.entry.isFlag
        title: qsTr("När ska det ses över?")
        names: sheet.entry.reviews
        currentIndex: sheet.entry.reviewIndex
        onChosen: index => sheet.entry.chooseReview(index)
    }
    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        text: sheet.entry.datesText
        muted: true
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: sheet.entry.problem
    }
    LinkButton {
        visible: !sheet.entry.isNew
        iconName: "trash-2"
        text: sheet.entry.isFlag ? qsTr("Gäller inte längre") : qsTr("Ta bort namnet")
        onActivated: sheet.entry.remove()
    }
    actions: [
        Button {
            kind: "primary"
            text: qsTr("Spara")
            onActivated: sheet.entry.save()
        }
    ]
}
