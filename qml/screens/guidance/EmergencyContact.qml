pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// One number of the page "Akut": whose it is, when to ring, the number. A number that the municipality does not state is
/// shown as missing.
FillColumn {
    id: contact

    required property EmergencyViewModel viewModel
    required property string key
    required property string kind
    required property string text
    required property string secondary
    required property string trailing
    required property string chip
    readonly property bool isDanger: contact.kind === "danger"

    Layout.fillWidth: true
    spacing: Theme.space1

    Banner {
        title: contact.isDanger ? contact.text : ""
        text: contact.isDanger ? contact.secondary : ""
        tone: "danger"
        iconName: "siren"
    }
    SectionHeading {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space2
        visible: !contact.isDanger
        text: contact.text
    }
    AppText {
        Layout.fillWidth: true
        text: contact.isDanger ? "" : contact.secondary
        role: "row"
    }
    Button {
        Layout.fillWidth: true
        visible: contact.isDanger && contact.viewModel.canCall
        kind: "danger"
        iconName: "phone"
        text: qsTr("Ring %1").arg(contact.trailing)
        onActivated: contact.viewModel.call(contact.key)
    }
    PhoneRow {
        visible: contact.kind === "number" || (contact.isDanger && !contact.viewModel.canCall)
        number: contact.trailing
        main: false
        canCall: contact.viewModel.canCall
        onActivated: contact.viewModel.call(contact.key)
    }
    Fact {
        Layout.fillWidth: true
        text: contact.kind === "missing" ? contact.viewModel.missingText : ""
        iconName: "phone-off"
    }
    Fact {
        Layout.fillWidth: true
        text: contact.isDanger && !contact.viewModel.canCall ? qsTr("Den här enheten kan inte ringa. Slå numret på en telefon.") : ""
        iconName: "phone-off"
    }
    AppText {
        Layout.fillWidth: true
        text: contact.chip
        role: "meta"
        muted: true
    }
}
