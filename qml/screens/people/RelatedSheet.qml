pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Somebody around a person: who it is, and what he or she may know.
BottomSheet {
    id: sheet

    required property RelatedViewModel related

    title: sheet.related.isNew ? qsTr("Ny person runt omkring") : qsTr("Person runt omkring")
    visible: sheet.related.isOpen
    holdsWork: sheet.related.isTouched
    onClosed: sheet.related.close()

    ChipGroup {
        Layout.fillWidth: true
        title: qsTr("Roll")
        names: sheet.related.roles
        currentIndex: sheet.related.roleIndex
        error: sheet.related.roleProblem
        onChosen: index => sheet.related.chooseRole(index)
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Namn")
        text: sheet.related.name
        error: sheet.related.nameProblem
        maximumLength: 120
        onEdited: text => sheet.related.setName(text)
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Relation (frivilligt)")
        help: qsTr("Till exempel syster, granne")
        text: sheet.related.relation
        maximumLength: 120
        onEdited: text => sheet.related.setRelation(text)
    }
    ChipGroup {
        Layout.fillWidth: true
        title: qsTr("Får personen veta om kontakten?")
        names: sheet.related.knowings
        currentIndex: sheet.related.knowingIndex
        onChosen: index => sheet.related.chooseKnowing(index)
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Vad får delas? (frivilligt)")
        help: qsTr("Som personen själv har sagt det")
        text: sheet.related.share
        maximumLength: 500
        onEdited: text => sheet.related.setShare(text)
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Telefon (frivilligt)")
        text: sheet.related.phone
        error: sheet.related.phoneProblem
        inputHints: Qt.ImhDialableCharactersOnly
        maximumLength: 40
        onEdited: text => sheet.related.setPhone(text)
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Tider (frivilligt)")
        text: sheet.related.hours
        maximumLength: 100
        onEdited: text => sheet.related.setHours(text)
    }
    TextField {
        Layout.fillWidth: true
        visible: sheet.related.hasMandate
        label: qsTr("Uppdrag eller fullmakt (frivilligt)")
        help: qsTr("Vad det omfattar, till exempel ekonomi")
        text: sheet.related.mandate
        maximumLength: 200
        onEdited: text => sheet.related.setMandate(text)
    }
    TextField {
        Layout.fillWidth: true
        visible: sheet.related.hasMandate
        label: qsTr("Gäller till (frivilligt)")
        help: qsTr("ÅÅÅÅ-MM-DD")
        text: sheet.related.validUntil
        error: sheet.related.validUntilProblem
        maximumLength: 10
        onEdited: text => sheet.related.setValidUntil(text)
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: sheet.related.problem
    }
    LinkButton {
        visible: !sheet.related.isNew
        iconName: "trash-2"
        text: qsTr("Ta bort")
        onActivated: sheet.related.remove()
    }
    actions: [
        Button {
            kind: "primary"
            text: qsTr("Spara")
            onActivated: sheet.related.save()
        }
    ]
}
