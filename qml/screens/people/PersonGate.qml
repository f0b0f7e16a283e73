pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
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

    Banner {
        Layout.fillWidth: true
        tone: page.viewModel.gate.tone
        text: page.viewModel.gate.notice
    }
    ChipGroup {
        Layout.fillWidth: true
        title: qsTr("Varför öppnar du?")
        names: page.viewModel.gate.reasons
        currentIndex: page.viewModel.gate.reasonIndex
        error: page.viewModel.gate.problem
        onChosen: index => page.viewModel.gate.chooseReason(index)
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Med egna ord (frivilligt)")
        text: page.viewModel.gate.ownWords
        maximumLength: 500
        onEdited: text => page.viewModel.gate.setOwnWords(text)
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
