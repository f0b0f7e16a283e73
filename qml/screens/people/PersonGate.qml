pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// In the stead of any page of a protected person's file: the reason, which is logged, and the passphrase; or of a file that
/// is opened as a deputy: what for. The page that was
/// asked for shows once the worker is let in.
PageFrame {
    id: page

    required property PageViewModel viewModel

    title: page.viewModel.gate.title
    onBack: page.viewModel.goBack()

    GateFields {
        gate: page.viewModel.gate
    }
    bar: [
        Button {
            kind: "primary"
            text: qsTr("Öppna")
            onActivated: page.viewModel.gate.enter()
        }
    ]

    ConfirmPassphraseSheet {
        confirm: page.viewModel.gate.confirm
    }
}
