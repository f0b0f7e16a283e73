pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Makes the device a worker's, in three steps on one page; the first one can be done by camera.
PageFrame {
    id: page

    required property AppViewModel app
    readonly property EnrolViewModel viewModel: page.app.enrol
    readonly property CodeScanViewModel scan: page.viewModel.scan
    readonly property bool isScanning: page.scan.isOpen
    readonly property bool asksCode: page.viewModel.step === EnrolViewModel.Code && !page.isScanning
    readonly property bool asksSecret: page.viewModel.step === EnrolViewModel.Passphrase || page.viewModel.step === EnrolViewModel.Again

    /// Where the eyes are: the passphrase takes the focus itself.
    function takeFocus() {
        if (page.isScanning)
            scanView.takeFocus();
        else if (page.asksCode)
            scanButton.forceActiveFocus(Qt.OtherFocusReason);
    }

    title: page.isScanning ? qsTr("Skanna kod") : qsTr("Anslut enheten")
    big: true
    actions: IconButton {
        iconName: "circle-help"
        text: qsTr("Hjälp")
        onActivated: page.app.openHelpHere()
    }
    showBack: page.viewModel.canCancel || page.isScanning
    contentWidth: 480 * Theme.textScale
    onBack: page.app.cancelEnrolment()
    onIsScanningChanged: focusLater.restart()
    Component.onCompleted: code.focusField()

    Banner {
        text: page.isScanning ? "" : page.viewModel.problem
        tone: "conflict"
        iconName: "info"
    }
    AppText {
        Layout.fillWidth: true
        visible: page.asksCode
        text: qsTr("Kontoret ger dig en kod som börjar med faltakt://. Den gäller en gång och en person.")
    }
    TextField {
        id: code
        Layout.fillWidth: true
        visible: page.asksCode
        label: qsTr("Kod från kontoret")
        text: page.viewModel.code
        inputHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText | Qt.ImhUrlCharactersOnly
        onEdited: text => page.viewModel.setCode(text)
        onAccepted: page.viewModel.acceptCode()
    }
    FlowRow {
        Layout.fillWidth: true
        stretch: true
        visible: page.asksCode

        Button {
            id: scanButton
            visible: page.scan.canScan
            iconName: "scan-line"
            text: qsTr("Skanna kod")
            onActivated: page.scan.open()
        }
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
    ScanView {
        id: scanView
        Layout.fillWidth: true
        visible: page.isScanning
        scan: page.scan
        pageHeight: page.height
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

    // When what is shown now has been laid out.
    Timer {
        id: focusLater
        interval: 0
        onTriggered: page.takeFocus()
    }
    Announcer {
        id: announcer
        parent: page
    }
    Connections {
        target: page.scan
        function onAnnouncementChanged() {
            announcer.say(page.scan.announcement);
        }
    }
}
