pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Changes one field of a person's card.
BottomSheet {
    id: sheet

    required property PersonFieldViewModel field

    title: sheet.field.label
    visible: sheet.field.isOpen
    holdsWork: sheet.field.isTouched
    onClosed: sheet.field.close()

    TextField {
        Layout.fillWidth: true
        visible: !sheet.field.isChoice
        label: sheet.field.label
        text: sheet.field.value
        error: sheet.field.valueProblem
        maximumLength: 120
        onEdited: text => sheet.field.setValue(text)
        onAccepted: sheet.field.save()
    }
    LinkButton {
        visible: sheet.field.canSaveUnconfirmed
        iconName: "circle-help"
        text: qsTr("Spara obekräftat")
        onActivated: sheet.field.saveUnconfirmed()
    }
    RadioList {
        Layout.fillWidth: true
        visible: sheet.field.isChoice
        names: sheet.field.choices
        currentIndex: sheet.field.choiceIndex
        onChosen: index => sheet.field.choose(index)
    }
    Banner {
        Layout.fillWidth: true
        tone: "protected"
        text: sheet.field.warning
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: sheet.field.problem
    }
    actions: [
        Button {
            kind: "primary"
            text: qsTr("Spara")
            onActivated: sheet.field.save()
        }
    ]
}
