pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Why a file is opened: the reason, which is logged, in one tap or in own words.
FillColumn {
    id: fields

    required property ProtectedGate gate

    Layout.fillWidth: true
    spacing: Theme.space4

    Banner {
        Layout.fillWidth: true
        tone: fields.gate.tone
        text: fields.gate.notice
    }
    ChipGroup {
        Layout.fillWidth: true
        title: qsTr("Varför öppnar du?")
        names: fields.gate.reasons
        currentIndex: fields.gate.reasonIndex
        error: fields.gate.problem
        onChosen: index => fields.gate.chooseReason(index)
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Med egna ord (frivilligt)")
        text: fields.gate.ownWords
        maximumLength: 500
        onEdited: text => fields.gate.setOwnWords(text)
    }
}
