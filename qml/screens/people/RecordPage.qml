pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// One note, contact or report, read whole.
PageFrame {
    id: page

    required property RecordViewModel viewModel

    title: page.viewModel.title
    subtitle: page.viewModel.who
    onBack: page.viewModel.goBack()
    strip: [
        UndoRow {
            text: page.viewModel.undoRow.text
            onActivated: page.viewModel.undoRow.undo()
        }
    ]

    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: page.viewModel.problem
    }
    Banner {
        Layout.fillWidth: true
        text: page.viewModel.undoRow.problem
    }
    Banner {
        Layout.fillWidth: true
        tone: "conflict"
        text: page.viewModel.conflictText
        actionText: qsTr("Välj version")
        onActivated: page.viewModel.openConflict()
    }
    FlowRow {
        Layout.fillWidth: true

        AppText {
            text: page.viewModel.status
            role: "strong"
        }
        StateChip {
            text: page.viewModel.stateText
            tone: page.viewModel.stateTone
            iconName: page.viewModel.stateIcon
        }
    }
    Fact {
        Layout.fillWidth: true
        visible: text !== ""
        text: page.viewModel.signedText
        iconName: "lock"
        strong: true
    }
    MisfiledMark {
        misfiled: page.viewModel.misfiled
    }
    Button {
        visible: page.viewModel.isVeiled
        text: qsTr("Öppna samtalet")
        onActivated: page.viewModel.reveal()
    }
    Card {
        Layout.fillWidth: true
        title: qsTr("Egen önskan")
        visible: page.viewModel.wish !== "" && !page.viewModel.isEditing

        AppText {
            Layout.fillWidth: true
            text: page.viewModel.wish
        }
    }
    Card {
        Layout.fillWidth: true
        title: page.viewModel.factLabel
        visible: page.viewModel.fact !== "" && !page.viewModel.isEditing

        AppText {
            Layout.fillWidth: true
            text: page.viewModel.fact
        }
    }
    Card {
        Layout.fillWidth: true
        title: page.viewModel.secondLabel
        visible: page.viewModel.second !== "" && !page.viewModel.isEditing

        AppText {
            Layout.fillWidth: true
            text: page.viewModel.second
        }
    }
    Card {
        Layout.fillWidth: true
        title: qsTr("Personen ser det annorlunda")
        visible: page.viewModel.disputed !== "" && !page.viewModel.isDisputing

        AppText {
            Layout.fillWidth: true
            text: page.viewModel.disputed
        }
    }
    TextArea {
        Layout.fillWidth: true
        visible: page.viewModel.isEditing && page.viewModel.hasWish
        label: qsTr("Egen önskan")
        text: page.viewModel.editedWish
        onEdited: text => page.viewModel.setEditedWish(text)
    }
    TextArea {
        Layout.fillWidth: true
        visible: page.viewModel.isEditing
        label: page.viewModel.factLabel
        text: page.viewModel.editedFact
        onEdited: text => page.viewModel.setEditedFact(text)
    }
    TextArea {
        Layout.fillWidth: true
        visible: page.viewModel.isEditing
        label: page.viewModel.secondLabel
        text: page.viewModel.editedSecond
        onEdited: text => page.viewModel.setEditedSecond(text)
    }
    TextArea {
        Layout.fillWidth: true
        visible: page.viewModel.isDisputing
        label: qsTr("Personen ser det annorlunda")
        help: qsTr("Skriv med personens egna ord.")
        text: page.viewModel.editedDispute
        onEdited: text => page.viewModel.setEditedDispute(text)
    }
    Card {
        Layout.fillWidth: true

        Repeater {
            model: page.viewModel.lines

            LabelValue {
                Layout.fillWidth: true
            }
        }
        LabelValue {
            Layout.fillWidth: true
            label: qsTr("Skrivet")
            value: page.viewModel.written
        }
    }
    DangerSign {
        danger: page.viewModel.danger
    }
    SectionHeading {
        Layout.fillWidth: true
        visible: photos.count > 0
        text: qsTr("Foton och papper")
        level: "heading"
    }
    Repeater {
        id: photos
        model: page.viewModel.photos

        ListRow {
            id: photo
            required property int index
            required property string label
            required property string value

            Layout.fillWidth: true
            iconName: "image"
            text: photo.value
            secondary: photo.label
            position: photo.index + 1
            count: photos.count
            onActivated: page.viewModel.openPhoto(photo.index)
        }
    }
    SectionHeading {
        Layout.fillWidth: true
        visible: addenda.count > 0
        text: qsTr("Tillägg")
        level: "heading"
    }
    Repeater {
        id: addenda
        model: page.viewModel.addenda

        Card {
            id: addendum
            required property string label
            required property string value
            Layout.fillWidth: true

            AppText {
                Layout.fillWidth: true
                text: addendum.label
                role: "meta"
                muted: true
            }
            AppText {
                Layout.fillWidth: true
                text: addendum.value
            }
        }
    }
    LinkButton {
        visible: page.viewModel.canEdit
        iconName: "pen-line"
        text: qsTr("Ändra")
        onActivated: page.viewModel.startEditing()
    }
    Button {
        Layout.fillWidth: true
        visible: page.viewModel.takesPersonsSignature
        kind: "outline"
        iconName: "pen-line"
        text: qsTr("Personen skriver under")
        onActivated: page.viewModel.letPersonSign()
    }
    LinkButton {
        visible: page.viewModel.canAttach
        iconName: "image-plus"
        text: qsTr("Lägg till foto eller papper")
        onActivated: page.viewModel.addPhoto()
    }
    LinkButton {
        visible: page.viewModel.canDispute && !page.viewModel.isDisputing && !page.viewModel.isEditing
        iconName: "message-square-plus"
        text: qsTr("Personen ser det annorlunda")
        onActivated: page.viewModel.startDisputing()
    }
    LinkButton {
        visible: page.viewModel.canShow
        iconName: "eye"
        text: qsTr("Visa för personen")
        onActivated: page.viewModel.showToPerson()
    }
    LinkButton {
        visible: page.viewModel.misfiled.canMisfile && page.viewModel.isReading
        iconName: "user-x"
        text: qsTr("Förd på fel person")
        onActivated: page.viewModel.misfiled.open()
    }
    bar: [
        Button {
            visible: page.viewModel.canAdd
            iconName: "plus"
            text: qsTr("Tillägg")
            onActivated: page.viewModel.addAddendum()
        },
        Button {
            visible: page.viewModel.canSign
            kind: "primary"
            iconName: "lock"
            text: qsTr("Signera och lås")
            onActivated: page.viewModel.sign()
        },
        Button {
            visible: page.viewModel.isEditing || page.viewModel.isDisputing
            text: qsTr("Avbryt")
            onActivated: page.viewModel.cancelEdit()
        },
        Button {
            visible: page.viewModel.isEditing || page.viewModel.isDisputing
            kind: "primary"
            text: qsTr("Spara")
            onActivated: page.viewModel.saveEdit()
        }
    ]

    AttachSheet {
        attach: page.viewModel.attach
    }
    SignatureSheet {
        signature: page.viewModel.signature
    }
    MisfiledSheet {
        misfiled: page.viewModel.misfiled
    }
    ConfirmPassphraseSheet {
        confirm: page.viewModel.confirm
    }
}
