pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// What is written in a note: fact and judgement apart.
FillColumn {
    id: fields

    required property NoteViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space4

    Banner {
        Layout.fillWidth: true
        tone: "info"
        iconName: "shield"
        text: fields.viewModel.isTold ? qsTr("Bekräfta aldrig att vi känner personen. Vem det gäller väljer du när du sparar.") : ""
    }
    SectionHeading {
        Layout.fillWidth: true
        visible: fields.viewModel.personText !== ""
        level: "heading"
        text: fields.viewModel.personText

        LinkButton {
            visible: fields.viewModel.canChangePerson
            text: qsTr("Byt")
            accessibleName: qsTr("Byt person")
            onActivated: fields.viewModel.choosePerson()
        }
    }
    Chips {
        visible: fields.viewModel.offersTemplates
        title: qsTr("Börja med rubriker (frivilligt)")
        choices: fields.viewModel.templates
    }
    TextArea {
        id: what
        Layout.fillWidth: true
        label: qsTr("Vad hände?")
        minimumLines: 5
        text: fields.viewModel.text
        readOnly: !fields.viewModel.takesText
        error: fields.viewModel.textProblem
        onEdited: text => fields.viewModel.editText(text)
        Component.onCompleted: what.focusField()
    }
    TextField {
        Layout.fillWidth: true
        visible: fields.viewModel.isTold
        label: qsTr("Vem berättar? (frivilligt)")
        help: qsTr("Visas aldrig för personen i läsvyn.")
        text: fields.viewModel.toldByName
        maximumLength: 200
        onEdited: text => fields.viewModel.editToldByName(text)
    }
    SectionHeading {
        Layout.fillWidth: true
        text: fields.viewModel.whenText

        LinkButton {
            text: qsTr("Ändra")
            accessibleName: qsTr("Ändra, när det hände")
            onActivated: fields.viewModel.changeWhen()
        }
    }
    MomentFields {
        visible: fields.viewModel.picksMoment
        picker: fields.viewModel.moment
    }
    TextArea {
        Layout.fillWidth: true
        label: qsTr("Din bedömning (frivilligt)")
        minimumLines: 2
        text: fields.viewModel.judgement
        readOnly: !fields.viewModel.takesText
        onEdited: text => fields.viewModel.editJudgement(text)
    }
    CheckRow {
        Layout.fillWidth: true
        text: qsTr("Personen ser det annorlunda")
        chosen: fields.viewModel.isDisputed
        onActivated: fields.viewModel.toggleDisputed()
    }
    TextArea {
        Layout.fillWidth: true
        visible: fields.viewModel.isDisputed
        label: qsTr("Så ser personen det")
        minimumLines: 2
        text: fields.viewModel.disputed
        readOnly: !fields.viewModel.takesText
        onEdited: text => fields.viewModel.editDisputed(text)
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("Det du skriver sparas här medan du skriver. En anteckning utan person väntar på I dag.")
        role: "meta"
        muted: true
    }
    LinkButton {
        iconName: "trash-2"
        text: qsTr("Ta bort utkastet")
        onActivated: fields.viewModel.discard()
    }
}
