pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Something that leaves the app as a file: what it says, what it means that it leaves, and the yes.
BottomSheet {
    id: sheet

    required property FileOffer offer
    required property string agreeText
    property string doneNote: ""
    readonly property bool isDone: sheet.offer.doneText !== ""

    visible: sheet.offer.isOpen
    onClosed: sheet.offer.close()

    Banner {
        Layout.fillWidth: true
        tone: "conflict"
        iconName: "lock-open"
        text: qsTr("Filen ligger utanför Fältakt och är inte skyddad längre. Den som kommer åt enheten eller minnet kan läsa den.")
    }
    Card {
        Layout.fillWidth: true
        title: qsTr("Det här står i filen")

        Repeater {
            model: sheet.offer.lines

            AppText {
                required property string modelData
                Layout.fillWidth: true
                text: modelData
            }
        }
    }
    ChipGroup {
        Layout.fillWidth: true
        visible: !sheet.isDone
        title: qsTr("Som")
        names: sheet.offer.formats
        currentIndex: sheet.offer.formatIndex
        onChosen: index => sheet.offer.chooseFormat(index)
    }
    ChipGroup {
        Layout.fillWidth: true
        visible: !sheet.isDone && sheet.offer.places.length > 0
        title: qsTr("Var ska den ligga?")
        names: sheet.offer.places
        currentIndex: sheet.offer.placeIndex
        onChosen: index => sheet.offer.choosePlace(index)
    }
    CheckRow {
        Layout.fillWidth: true
        visible: !sheet.isDone
        text: sheet.agreeText
        chosen: sheet.offer.isAgreed
        onActivated: sheet.offer.toggleAgreed()
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: sheet.offer.problem
    }
    Banner {
        Layout.fillWidth: true
        tone: "info"
        iconName: "file-check"
        title: sheet.isDone ? sheet.doneNote : ""
        text: sheet.offer.doneText
    }
    actions: [
        Button {
            visible: !sheet.isDone
            kind: "primary"
            iconName: "download"
            text: qsTr("Spara filen")
            onActivated: sheet.offer.save()
        },
        Button {
            visible: sheet.isDone
            kind: "primary"
            text: qsTr("Klar")
            onActivated: sheet.offer.close()
        }
    ]
}
