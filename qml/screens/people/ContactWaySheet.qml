pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// One agreed way to a person.
BottomSheet {
    id: sheet

    required property ContactWayViewModel way

    title: sheet.way.isNew ? qsTr("Ny kontaktväg") : qsTr("Ändra kontaktväg")
    visible: sheet.way.isOpen
    holdsWork: sheet.way.isTouched
    onClosed: sheet.way.close()

    ChipGroup {
        Layout.fillWidth: true
        title: qsTr("Hur")
        names: sheet.way.kinds
        currentIndex: sheet.way.kindIndex
        onChosen: index => sheet.way.chooseKind(index)
    }
    TextField {
        Layout.fillWidth: true
        label: sheet.way.isNumber ? qsTr("Nummer") : qsTr("Var")
        text: sheet.way.value
        error: sheet.way.valueProblem
        inputHints: sheet.way.isNumber ? Qt.ImhDialableCharactersOnly : Qt.ImhNone
        maximumLength: 200
        onEdited: text => sheet.way.setValue(text)
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Tider (frivilligt)")
        help: qsTr("Till exempel efter kl. 16")
        text: sheet.way.hours
        maximumLength: 100
        onEdited: text => sheet.way.setHours(text)
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Genom vem (frivilligt)")
        text: sheet.way.through
        maximumLength: 120
        onEdited: text => sheet.way.setThrough(text)
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Att tänka på (frivilligt)")
        text: sheet.way.comment
        maximumLength: 200
        onEdited: text => sheet.way.setComment(text)
    }
    SwitchRow {
        Layout.fillWidth: true
        visible: sheet.way.isNumber
        text: qsTr("Aldrig röstbrevlåda")
        chosen: sheet.way.neverVoicemail
        onActivated: sheet.way.toggleNeverVoicemail()
    }
    SwitchRow {
        Layout.fillWidth: true
        text: qsTr("Andra kan svara eller läsa")
        chosen: sheet.way.shared
        onActivated: sheet.way.toggleShared()
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: sheet.way.problem
    }
    LinkButton {
        visible: !sheet.way.isNew
        iconName: "trash-2"
        text: qsTr("Ta bort kontaktvägen")
        onActivated: sheet.way.remove()
    }
    actions: [
        Button {
            kind: "primary"
            text: qsTr("Spara")
            onActivated: sheet.way.save()
        }
    ]
}
