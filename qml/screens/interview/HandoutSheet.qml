pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The person's own text as a file to take along: what it says, what it means that it leaves, and the yes.
BottomSheet {
    id: sheet

    required property HandoutViewModel handout
    readonly property bool isDone: sheet.handout.doneText !== ""

    title: qsTr("Fil till personen")
    visible: sheet.handout.isOpen
    onClosed: sheet.handout.close()

    Banner {
        Layout.fillWidth: true
        tone: "conflict"
        text: qsTr("Filen ligger utanför Fältakt och är inte skyddad längre. Den som kommer åt enheten eller minnet kan läsa den.")
    }
    Card {
        Layout.fillWidth: true
        title: qsTr("Det här står i filen")

        Repeater {
            model: sheet.handout.lines

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
        names: sheet.handout.formats
        currentIndex: sheet.handout.formatIndex
        onChosen: index => sheet.handout.chooseFormat(index)
    }
    ChipGroup {
        Layout.fillWidth: true
        visible: !sheet.isDone && sheet.handout.places.length > 0
        title: qsTr("Var ska den ligga?")
        names: sheet.handout.places
        currentIndex: sheet.handout.placeIndex
        onChosen: index => sheet.handout.choosePlace(index)
    }
    CheckRow {
        Layout.fillWidth: true
        visible: !sheet.isDone
        text: qsTr("Personen har sagt ja till att få filen")
        chosen: sheet.handout.isAgreed
        onActivated: sheet.handout.toggleAgreed()
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: sheet.handout.problem
    }
    Banner {
        Layout.fillWidth: true
        tone: "info"
        iconName: "file-check"
        title: sheet.isDone ? qsTr("Det är antecknat i akten.") : ""
        text: sheet.handout.doneText
    }
    actions: [
        Button {
            visible: !sheet.isDone
            kind: "primary"
            iconName: "download"
            text: qsTr("Spara filen")
            onActivated: sheet.handout.save()
        },
        Button {
            visible: sheet.isDone
            kind: "primary"
            text: qsTr("Klar")
            onActivated: sheet.handout.close()
        }
    ]
}
