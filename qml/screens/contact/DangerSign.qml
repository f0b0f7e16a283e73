pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Whether the report has signs of danger, and the press that says so.
FillColumn {
    id: sign

    required property DangerSignViewModel danger

    Layout.fillWidth: true
    visible: sign.danger.isAsked
    spacing: Theme.space2

    Fact {
        Layout.fillWidth: true
        visible: sign.danger.isSet
        iconName: "circle-alert"
        text: qsTr("Tecken på fara. Når du inte fram väljer arbetsledaren nästa steg.")
    }
    LinkButton {
        iconName: "circle-alert"
        text: sign.danger.isSet ? qsTr("Ta bort tecken på fara") : qsTr("Det finns tecken på fara")
        onActivated: sign.danger.change()
    }
    UndoRow {
        Layout.fillWidth: true
        text: sign.danger.undoRow.text
        onActivated: sign.danger.undoRow.undo()
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: sign.danger.problem
    }
    Banner {
        Layout.fillWidth: true
        text: sign.danger.undoRow.problem
    }
}
