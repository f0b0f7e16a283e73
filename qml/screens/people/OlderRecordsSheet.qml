pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Why the older part of a file is needed, before it is fetched from the server.
BottomSheet {
    id: sheet

    required property OlderRecordsViewModel older

    title: qsTr("Hämta äldre anteckningar")
    visible: sheet.older.isOpen
    holdsWork: sheet.older.ownReason !== ""
    onClosed: sheet.older.close()

    AppText {
        Layout.fillWidth: true
        text: qsTr("Enheten har det som gäller nu och det senaste året. Varför behöver du det äldre? Skälet loggas hos servern.")
    }
    RadioList {
        Layout.fillWidth: true
        names: sheet.older.reasons
        currentIndex: sheet.older.reasonIndex
        onChosen: index => sheet.older.choose(index)
    }
    TextField {
        Layout.fillWidth: true
        visible: sheet.older.isOwnReason
        label: qsTr("Skäl")
        text: sheet.older.ownReason
        maximumLength: 120
        onEdited: text => sheet.older.setOwnReason(text)
        onAccepted: sheet.older.fetch()
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: sheet.older.problem
    }
    actions: [
        Button {
            kind: "primary"
            text: sheet.older.fetchText
            enabled: !sheet.older.isFetching
            onActivated: sheet.older.fetch()
        }
    ]
}
