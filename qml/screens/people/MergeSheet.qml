pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// Another file of the same person, to be shown with this one.
BottomSheet {
    id: sheet

    required property MergeViewModel merge

    title: qsTr("Samma person finns i en annan akt")
    visible: sheet.merge.isOpen
    onClosed: sheet.merge.close()

    AppText {
        Layout.fillWidth: true
        text: qsTr("Det som står i den andra akten visas här: tidslinje, nästa steg och svar. Ingenting i någon av dem ändras, och de kan tas isär igen.")
    }
    PersonChooserView {
        Layout.fillWidth: true
        chooser: sheet.merge.chooser
    }
    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        text: sheet.merge.chosenText
        role: "strong"
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: sheet.merge.problem
    }
    actions: [
        Button {
            kind: "primary"
            text: qsTr("Visa som en")
            onActivated: sheet.merge.tie()
        }
    ]
}
