pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Has the device count the test answers of its forms, and says of each how that went.
FillColumn {
    id: card

    required property FormCheck check

    Layout.fillWidth: true
    spacing: Theme.space2

    AppText {
        Layout.fillWidth: true
        text: qsTr("Varje formulär har provsvar med facit. Enheten kan räkna dem själv och jämföra.")
        role: "meta"
        muted: true
    }
    Button {
        kind: "quiet"
        text: qsTr("Kontrollera formulären")
        busy: card.check.isBusy
        busyText: qsTr("Räknar …")
        onActivated: card.check.run()
    }
    AppText {
        Layout.fillWidth: true
        visible: card.check.progressText !== ""
        text: card.check.progressText
        role: "meta"
    }
    Fact {
        Layout.fillWidth: true
        text: card.check.soundText
        iconName: "check"
        strong: true
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: card.check.faultText
    }
    Repeater {
        model: card.check.lines

        FillColumn {
            id: form

            required property string text
            required property string secondary
            required property string trailing

            Layout.fillWidth: true
            spacing: 0

            LabelValue {
                Layout.fillWidth: true
                label: form.text
                value: form.trailing
            }
            AppText {
                Layout.fillWidth: true
                visible: form.secondary !== ""
                text: form.secondary
                role: "meta"
                muted: true
            }
        }
    }
}
