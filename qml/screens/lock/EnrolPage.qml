pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Makes the device a worker's, in three steps on one page.
PageFrame {
    id: page

    required property AppViewModel app
    readonly property EnrolViewModel viewModel: page.app.enrol
    readonly property bool asksSecret: page.viewModel.step === EnrolViewModel.Passphrase || page.viewModel.step === EnrolViewModel.Again

    title: qsTr("Anslut enheten")
    big: true
    actions: IconButton {
        iconName: "circle-help"
        text: qsTr("Hjälp")
        onActivated: page.app.openHelpHere()
    }
    showBack: page.viewModel.canCancel
    contentWidth: 480 * Theme.textScale
    onBack: page.app.cancelEnrolment()
    Component.onCompleted: code.focusField()

    Banner {
        text: page.viewModel.problem
        tone: "conflict"
        iconName: "info"
    }
    AppText {
        Layout.fillWidth: true
        visible: page.viewModel.step === EnrolViewModel.Code
        text: qsTr("Kontoret ger dig en kod som börjar med faltakt://. Den gäller en gång och en person.")
    }
    TextField {
        id: code
        Layout.fillWidth: true
        visible: page.viewModel.step === EnrolViewModel.Code
        label: qsTr("Kod från kontoret")
        text: page.viewModel.code
        inputHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText | Qt.ImhUrlCharactersOnly
        onEdited: text => page.viewModel.setCode(text)
        onAccepted: page.viewModel.acceptCode()
    }
    FlowRow {
        Layout.fillWidth: true
        stretch: true
        visible: page.viewModel.step === EnrolViewModel.Code

        Button {
            iconName: "clipboard-paste"
            text: qsTr("Klistra in")
            onActivated: page.viewModel.pasteCode()
        }
        Button {
            kind: "primary"
            text: qsTr("Fortsätt")
            onActivated: page.viewModel.acceptCode()
        }
    }
    LabelValue {
        Layout.fillWidth: true
        visible: page.viewModel.server !== "" && page.viewModel.step !== EnrolViewModel.Code
        label: qsTr("Server")
        value: page.viewModel.server
    }
    EnrolSecret {
        Layout.fillWidth: true
        visible: page.asksSecret
        viewModel: page.viewModel
    }
    AppText {
        Layout.fillWidth: true
        text: page.viewModel.progress
    }
}
