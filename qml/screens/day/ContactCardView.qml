pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// What the person reads and scans: who answers, at which number, when.
FillColumn {
    id: view

    required property ContactCardViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space3

    AppText {
        Layout.fillWidth: true
        text: view.viewModel.name
        role: "question"
        horizontalAlignment: Text.AlignHCenter
    }
    AppText {
        Layout.fillWidth: true
        text: view.viewModel.number
        role: "display"
        horizontalAlignment: Text.AlignHCenter
    }
    AppText {
        Layout.fillWidth: true
        text: view.viewModel.hours
        role: "body"
        large: true
        horizontalAlignment: Text.AlignHCenter
    }
    CodePicture {
        Layout.fillWidth: true
        visible: view.viewModel.codeText !== ""
        card: view.viewModel
        implicitHeight: Math.max(160, Math.min(view.width, 360, view.Window.height * 0.5))
        Accessible.role: Accessible.Graphic
        Accessible.name: view.viewModel.codeText
    }
    AppText {
        Layout.fillWidth: true
        text: view.viewModel.codeText === "" ? qsTr("Skriv av numret.") : qsTr("Rikta mobilens kamera mot rutan. Då sparas numret.")
        role: "body"
        horizontalAlignment: Text.AlignHCenter
    }
}
