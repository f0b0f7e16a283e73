pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// The content packs of this device, and the field in which an unknown publisher is named. Gone when there are none.
FillColumn {
    id: group

    required property ContentPackList packs

    Layout.fillWidth: true
    visible: group.packs.lines.count > 0
    spacing: Theme.space2

    SectionHeading {
        Layout.fillWidth: true
        text: qsTr("Innehållspaket")
        count: group.packs.lines.count
    }
    Card {
        flush: true

        Repeater {
            model: group.packs.lines

            PackRow {}
        }
    }
    TextField {
        Layout.fillWidth: true
        visible: group.packs.asksPublisher
        label: qsTr("Utgivarens kod")
        help: qsTr("Står i brevet från utgivaren. Skriv den bara om brevet kom till er på ett säkert sätt.")
        text: group.packs.code
        error: group.packs.problem
        inputHints: Qt.ImhNoPredictiveText | Qt.ImhPreferUppercase
        maximumLength: 40
        onEdited: text => group.packs.setCode(text)
        onAccepted: group.packs.trust()
    }
    Button {
        visible: group.packs.asksPublisher
        kind: "quiet"
        text: qsTr("Lita på utgivaren")
        onActivated: group.packs.trust()
    }
    Fact {
        Layout.fillWidth: true
        text: group.packs.doneText
        iconName: "check"
        strong: true
    }
}
