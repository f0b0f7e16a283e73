pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// Somebody else answered: what to say, and when the person can be reached where that was told.
FillColumn {
    id: view

    required property LobContactViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space4

    AppText {
        Layout.fillWidth: true
        text: view.viewModel.header.personName
        role: "heading"
        heading: true
    }
    AdviceBox {
        Layout.fillWidth: true
        text: view.viewModel.callerAdvice
    }
    Button {
        text: qsTr("Personen kom till telefonen")
        iconName: "user-check"
        kind: "outline"
        compact: true
        onActivated: view.viewModel.reachPerson()
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("När går det att nå personen?")
        role: "question"
        heading: true
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("Får vara tomt: då bokas nästa försök.")
        role: "meta"
        muted: true
    }
    MomentFields {
        picker: view.viewModel.moment
    }
    TextArea {
        Layout.fillWidth: true
        label: qsTr("Kort om försöket")
        minimumLines: 1
        text: view.viewModel.talk.text
        onEdited: text => view.viewModel.talk.editText(text)
    }
}
