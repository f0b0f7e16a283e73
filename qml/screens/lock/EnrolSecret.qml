pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The choice of a passphrase: once, and the same again, because a slip of the finger would lock the device for good.
FillColumn {
    id: choice

    required property EnrolViewModel viewModel
    readonly property bool isAgain: choice.viewModel.step === EnrolViewModel.Again

    spacing: Theme.space3
    onIsAgainChanged: entry.focusField()
    onVisibleChanged: entry.focusField()

    AppText {
        Layout.fillWidth: true
        text: choice.isAgain ? qsTr("Skriv samma lösenfras igen.") : qsTr("Välj en lösenfras. Med den låser du upp Fältakt på den här enheten. Ingen annan kan läsa den eller återställa den åt dig.")
    }
    SecretEntry {
        id: entry
        Layout.fillWidth: true
        label: choice.isAgain ? qsTr("Lösenfrasen igen") : qsTr("Ny lösenfras")
        help: choice.isAgain ? "" : choice.viewModel.rule
        takesPin: choice.viewModel.takesPin
        onSubmitted: choice.viewModel.acceptPassphrase(entry.secret)
    }
    FlowRow {
        Layout.fillWidth: true
        stretch: true

        Button {
            text: qsTr("Tillbaka")
            onActivated: choice.viewModel.stepBack()
        }
        Button {
            kind: "primary"
            text: choice.isAgain ? qsTr("Anslut") : qsTr("Fortsätt")
            onActivated: choice.viewModel.acceptPassphrase(entry.secret)
        }
    }
}
