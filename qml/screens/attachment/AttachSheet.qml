pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Puts a photo into a person's file.
BottomSheet {
    id: sheet

    required property AttachViewModel attach

    title: qsTr("Lägg till foto eller papper")
    visible: sheet.attach.isOpen
    holdsWork: sheet.attach.isTouched
    onClosed: sheet.attach.close()

    AppText {
        Layout.fillWidth: true
        text: qsTr("Plats, tid och kamera tas bort ur fotot. Bara det som syns sparas.")
        muted: true
    }
    EmptyState {
        Layout.fillWidth: true
        visible: text !== ""
        text: sheet.attach.emptyText
        iconName: "image"
    }
    Repeater {
        id: photos
        model: sheet.attach.photos

        ListRow {
            id: photo

            required property int index
            required text
            required secondary
            required trailing
            required iconName

            Layout.fillWidth: true
            chosen: photo.index === sheet.attach.chosenIndex
            position: photo.index + 1
            count: photos.count
            onActivated: sheet.attach.choose(photo.index)
        }
    }
    TextField {
        Layout.fillWidth: true
        visible: sheet.attach.chosenIndex >= 0
        label: qsTr("Vad syns på fotot?")
        text: sheet.attach.caption
        maximumLength: 200
        onEdited: text => sheet.attach.setCaption(text)
        onAccepted: sheet.attach.save()
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: sheet.attach.problem
    }
    actions: [
        Button {
            kind: "primary"
            enabled: sheet.attach.canSave
            text: qsTr("Spara")
            onActivated: sheet.attach.save()
        }
    ]
}
