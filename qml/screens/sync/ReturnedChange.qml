pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// A change that the server did not take: what happened, what it said, and what can be done.
Card {
    id: change

    required property SyncViewModel viewModel
    required property string key
    required property string kind
    required property string text
    required property string secondary
    required property string trailing
    required property string iconName
    required property string chip
    readonly property bool isAsked: change.viewModel.dropping === change.key

    AppText {
        Layout.fillWidth: true
        text: change.text
        role: "strong"
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("%1, %2").arg(change.secondary).arg(change.trailing)
        role: "row"
        muted: true
        visible: change.secondary !== ""
    }
    AppText {
        Layout.fillWidth: true
        text: change.kind
    }
    AdviceBox {
        text: change.chip
        iconName: "file-text"
    }
    FlowRow {
        Layout.fillWidth: true
        visible: !change.isAsked

        Button {
            compact: true
            text: qsTr("Skicka igen")
            iconName: "send"
            onActivated: change.viewModel.sendAgain(change.key)
        }
        Button {
            compact: true
            kind: "outline"
            visible: change.iconName !== ""
            text: qsTr("Öppna")
            onActivated: change.viewModel.openRecord(change.key)
        }
        Button {
            compact: true
            kind: "outline"
            iconName: "download"
            text: qsTr("Exportera")
            onActivated: change.viewModel.exportChange(change.key)
        }
        Button {
            compact: true
            kind: "quiet"
            text: qsTr("Ta bort …")
            onActivated: change.viewModel.askToDrop(change.key)
        }
    }
    Banner {
        text: change.isAsked ? qsTr("Det som står här försvinner för gott. Skriv av det först om det ska finnas kvar.") : ""
        tone: "danger"
        iconName: "trash-2"
        actionText: qsTr("Ta bort för gott")
        secondaryText: qsTr("Behåll")
        onActivated: change.viewModel.drop()
        onSecondaryActivated: change.viewModel.keep()
    }
}
