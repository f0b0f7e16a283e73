pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// What a worry about children calls for: ring, with the number; then the step that answers it.
FillColumn {
    id: advice

    required property LobContactViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space2

    Banner {
        Layout.fillWidth: true
        tone: "danger"
        iconName: "phone"
        text: advice.viewModel.talk.childrenAdvice
        actionText: advice.viewModel.canCall && advice.viewModel.talk.hasChildUnitNumber ? qsTr("Ring barnenheten") : ""
        onActivated: advice.viewModel.callChildUnit()
    }
    LinkButton {
        iconName: "baby"
        text: qsTr("Barnen och steg vid oro")
        onActivated: advice.viewModel.openChildren()
    }
}
