pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Before a talk about safety: nothing of it is shown until the worker has said that the person is alone.
FillColumn {
    id: start

    required property InterviewViewModel viewModel

    spacing: Theme.space4

    FocusHeading {
        Layout.fillWidth: true
        text: qsTr("Är personen ensam?")
        role: "question"
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("Fråga bara när ingen annan ser eller hör, inte heller ett barn eller någon i telefon. Behövs tolk: en utbildad.")
    }
    CheckRow {
        Layout.fillWidth: true
        text: qsTr("Personen är ensam med mig")
        chosen: start.viewModel.isAlone
        onActivated: start.viewModel.toggleAlone()
    }
    Fact {
        Layout.fillWidth: true
        text: qsTr("Frågorna läses aldrig upp, lämnas aldrig över och skrivs aldrig ut. Dölj nu ligger överst.")
        iconName: "shield"
    }
    Fact {
        Layout.fillWidth: true
        text: qsTr("Fara nu: ring 112.")
        iconName: "phone"
        strong: true
    }
    Fact {
        Layout.fillWidth: true
        visible: text !== ""
        text: start.viewModel.aloneMissing
        iconName: "circle-alert"
        color: Theme.palette.mark("danger")
    }
    Button {
        Layout.fillWidth: true
        kind: "primary"
        text: qsTr("Öppna frågorna")
        onActivated: start.viewModel.openSafely()
    }
}
