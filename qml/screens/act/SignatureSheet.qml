pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The person signs with a finger, or writes the name.
BottomSheet {
    id: sheet

    required property SignatureViewModel signature
    readonly property bool isBlank: sheet.signature.strokes === ""

    title: qsTr("Skriv under: %1").arg(sheet.signature.what)
    visible: sheet.signature.isOpen
    holdsWork: sheet.signature.canSave
    onClosed: sheet.signature.close()
    onIsBlankChanged: sheet.isBlank && pad.wipe()

    AppText {
        Layout.fillWidth: true
        text: qsTr("Läs först. Skriv sedan under i rutan med fingret, eller skriv namnet.")
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: Math.round(width * 0.4)
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: 2
        border.color: Theme.outline

        SignaturePad {
            id: pad
            anchors.fill: parent
            anchors.margins: 2
            color: Theme.text
            Accessible.role: Accessible.Canvas
            Accessible.name: qsTr("Ruta att skriva under i")
            Accessible.description: sheet.isBlank ? qsTr("Tom") : qsTr("Underskriven")
            onDrawn: strokes => sheet.signature.setStrokes(strokes)
        }
    }
    LinkButton {
        visible: !sheet.isBlank
        iconName: "undo-2"
        text: qsTr("Rensa rutan")
        onActivated: sheet.signature.wipe()
    }
    TextField {
        Layout.fillWidth: true
        visible: sheet.isBlank
        label: qsTr("Eller skriv namnet")
        text: sheet.signature.name
        maximumLength: 120
        onEdited: text => sheet.signature.setName(text)
        onAccepted: sheet.signature.save()
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: sheet.signature.problem
    }
    actions: [
        Button {
            kind: "primary"
            enabled: sheet.signature.canSave
            text: qsTr("Spara underskriften")
            onActivated: sheet.signature.save()
        }
    ]
}
