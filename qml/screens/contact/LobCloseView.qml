pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Why the follow-up ends without contact.
FillColumn {
    id: view

    required property LobContactViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space3

    AppText {
        Layout.fillWidth: true
        text: qsTr("Alla försök är gjorda utan kontakt. Oron slutar inte för det: skriv varför det avslutas nu.")
    }
    TextArea {
        Layout.fillWidth: true
        label: qsTr("Skäl")
        text: view.viewModel.talk.text
        onEdited: text => view.viewModel.talk.editText(text)
    }
}
