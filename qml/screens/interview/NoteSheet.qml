pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The worker's own note to one question. Open as long as the view model says so.
BottomSheet {
    id: sheet

    required property InterviewNote note
    readonly property bool wanted: sheet.note.isOpen

    function follow() {
        sheet.visible = sheet.wanted;
    }

    title: qsTr("Anteckning till frågan")
    onWantedChanged: sheet.follow()
    onClosed: sheet.note.save()

    Connections {
        target: sheet.note
        function onWritingFailed() {
            sheet.follow();
        }
    }
    actions: [
        Button {
            kind: "primary"
            text: qsTr("Klar")
            onActivated: sheet.note.save()
        }
    ]

    AppText {
        Layout.fillWidth: true
        text: sheet.note.title
        role: "row"
        muted: true
    }
    TextArea {
        Layout.fillWidth: true
        label: qsTr("Vad vill du komma ihåg?")
        text: sheet.note.text
        error: sheet.note.problem
        onEdited: text => sheet.note.edit(text)
    }
}
