pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Whether the report has signs of danger, and the press that says so. Where room is short the two may stand apart.
FillColumn {
    id: sign

    required property DangerSignViewModel danger
    property bool tells: true  ///< Says that there are signs, where there are.
    property bool offers: true ///< Has the press.

    Layout.fillWidth: true
    visible: sign.danger.isAsked && (sign.offers || sign.danger.isSet)
    spacing: Theme.space2

    Fact {
        Layout.fillWidth: true
        visible: sign.tells && sign.danger.isSet
        iconName: "circle-alert"
        text: qsTr("Tecken på fara. Når du inte fram väljer arbetsledaren nästa steg.")
    }
    LinkButton {
        visible: sign.offers
        iconName: "circle-alert"
        text: sign.danger.isSet ? qsTr("Ta bort tecken på fara") : qsTr("Det finns tecken på fara")
        onActivated: sign.danger.change()
    }
    UndoRow {
        Layout.fillWidth: true
        text: sign.offers ? sign.danger.undoRow.text : ""
        onActivated: sign.danger.undoRow.undo()
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: sign.offers ? sign.danger.problem : ""
    }
    Banner {
        Layout.fillWidth: true
        text: sign.offers ? sign.danger.undoRow.problem : ""
    }
}
