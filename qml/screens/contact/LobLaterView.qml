pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// When the person would rather talk.
FillColumn {
    id: view

    required property LobContactViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space3

    AppText {
        Layout.fillWidth: true
        text: view.viewModel.header.personName
        role: "heading"
        heading: true
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("När passar det?")
        role: "question"
        heading: true
    }
    MomentFields {
        picker: view.viewModel.moment
    }
}
