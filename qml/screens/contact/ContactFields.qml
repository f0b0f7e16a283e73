pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// What is filled in about a contact.
FillColumn {
    id: fields

    required property ContactViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space4

    SectionHeading {
        Layout.fillWidth: true
        level: "heading"
        text: fields.viewModel.personText

        LinkButton {
            text: qsTr("Byt")
            accessibleName: qsTr("Byt person")
            onActivated: fields.viewModel.choosePerson()
        }
    }
    TextArea {
        Layout.fillWidth: true
        label: qsTr("Egen önskan")
        help: qsTr("Med personens egna ord.")
        minimumLines: 1
        text: fields.viewModel.ownWish
        onEdited: text => fields.viewModel.editOwnWish(text)
    }
    TextArea {
        Layout.fillWidth: true
        visible: fields.viewModel.hasRepresentative
        label: qsTr("Företrädarens syn")
        help: qsTr("Det som den som företräder personen vill, skilt från personens egen önskan.")
        minimumLines: 1
        text: fields.viewModel.representativeView
        onEdited: text => fields.viewModel.editRepresentativeView(text)
    }
    LinkButton {
        visible: !fields.viewModel.hasRepresentative
        iconName: "user-plus"
        text: qsTr("Någon företräder personen")
        onActivated: fields.viewModel.addRepresentative()
    }
    Chips {
        title: qsTr("Hur?")
        choices: fields.viewModel.ways
    }
    Fact {
        Layout.fillWidth: true
        visible: text !== ""
        iconName: "ban"
        text: fields.viewModel.noTextReason
    }
    Chips {
        visible: fields.viewModel.asksOutcome
        title: qsTr("Hur gick det?")
        choices: fields.viewModel.outcomes
    }
    Chips {
        visible: fields.viewModel.asksResult
        title: qsTr("Vad blev det av?")
        choices: fields.viewModel.results
    }
    Chips {
        visible: fields.viewModel.asksInterpreter
        title: qsTr("Fanns tolk?")
        choices: fields.viewModel.interpreters
    }
    WhereFields {
        visible: fields.viewModel.asksPlace || fields.viewModel.asksThrough || fields.viewModel.asksAgreement
        viewModel: fields.viewModel
    }
    VisitFields {
        visible: fields.viewModel.isVisit
        viewModel: fields.viewModel
    }
    TextArea {
        Layout.fillWidth: true
        label: qsTr("Kort om kontakten")
        minimumLines: 2
        text: fields.viewModel.text
        onEdited: text => fields.viewModel.editText(text)
    }
    TextArea {
        Layout.fillWidth: true
        label: qsTr("Din bedömning (frivilligt)")
        minimumLines: 1
        text: fields.viewModel.judgement
        onEdited: text => fields.viewModel.editJudgement(text)
    }
    SectionHeading {
        Layout.fillWidth: true
        text: fields.viewModel.whenText

        LinkButton {
            text: qsTr("Ändra")
            accessibleName: qsTr("Ändra, när kontakten var")
            onActivated: fields.viewModel.changeWhen()
        }
    }
    MomentFields {
        visible: fields.viewModel.picksMoment
        picker: fields.viewModel.moment
    }
    Fact {
        Layout.fillWidth: true
        iconName: "circle-alert"
        color: Theme.palette.mark("danger")
        text: fields.viewModel.missing
    }
}
