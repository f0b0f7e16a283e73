pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// A colleague's change that the server did not take: what it says, what happened, and what helps.
Card {
    id: change

    required property TeamReturnsViewModel viewModel
    required property string key
    required property string kind
    required property string text
    required property string secondary
    required property string trailing
    required property string iconName
    required property string tone
    required property string chip

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
    }
    AppText {
        Layout.fillWidth: true
        text: change.kind
    }
    Fact {
        Layout.fillWidth: true
        text: change.tone
        iconName: "link"
    }
    AdviceBox {
        visible: change.chip !== ""
        text: change.chip
        iconName: "file-text"
    }
    Button {
        visible: change.iconName !== ""
        compact: true
        kind: "outline"
        iconName: change.iconName
        text: qsTr("Exportera")
        onActivated: change.viewModel.exportLine(change.key)
    }
}
