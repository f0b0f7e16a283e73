pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Locked: whose device it is, and the passphrase.
PageFrame {
    id: page

    required property AppViewModel app
    readonly property LockViewModel viewModel: page.app.lock

    title: qsTr("Fältakt")
    subtitle: page.viewModel.tenantName
    big: true
    actions: IconButton {
        iconName: "circle-help"
        text: qsTr("Hjälp")
        onActivated: page.app.openHelpHere()
    }
    showBack: false
    contentWidth: 420 * Theme.textScale
    Component.onCompleted: entry.focusField()

    Connections {
        target: page.viewModel
        function onRefused() {
            entry.focusField();
        }
    }
    AppText {
        Layout.fillWidth: true
        text: page.viewModel.workerName
        role: "display"
        heading: true
    }
    Banner {
        text: page.viewModel.orderText
        tone: "conflict"
        iconName: "info"
    }
    Banner {
        text: page.viewModel.closedText
        tone: "conflict"
        iconName: "key-round"
    }
    Banner {
        text: page.viewModel.waitText
        tone: "offline"
        iconName: "clock"
    }
    Banner {
        text: page.viewModel.sealedText
        tone: "offline"
        iconName: "cloud-off"
    }
    SecretEntry {
        id: entry
        Layout.fillWidth: true
        visible: page.viewModel.closedText === ""
        label: page.viewModel.takesPin ? qsTr("PIN-kod eller lösenfras") : qsTr("Lösenfras")
        help: page.viewModel.help
        error: page.viewModel.problem
        takesPin: page.viewModel.takesPin
        onSubmitted: page.viewModel.unlock(entry.secret)
    }
    Button {
        Layout.fillWidth: true
        visible: page.viewModel.closedText === ""
        kind: "primary"
        text: qsTr("Lås upp")
        iconName: "lock-open"
        busy: page.viewModel.isBusy
        busyText: qsTr("Låser upp …")
        onActivated: page.viewModel.unlock(entry.secret)
    }
    Button {
        Layout.fillWidth: true
        kind: "quiet"
        iconName: "users"
        text: qsTr("Byt användare")
        onActivated: page.viewModel.startChoosing()
    }
    WorkerSheet {
        app: page.app
        viewModel: page.viewModel
    }
}
