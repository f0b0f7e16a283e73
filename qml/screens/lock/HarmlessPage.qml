pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// What anybody may see: general guidance. The way back asks for the passphrase.
PageFrame {
    id: page

    required property AppViewModel app

    title: qsTr("Bra att veta")
    big: true
    showBack: false
    actions: IconButton {
        iconName: "lock"
        text: qsTr("Lås upp")
        onActivated: page.app.returnFromHiding()
    }

    Repeater {
        model: page.app.harmless

        Card {
            id: card

            required property string body
            required property string source
            required title

            Layout.fillWidth: true

            AppText {
                Layout.fillWidth: true
                text: card.body
            }
            AppText {
                Layout.fillWidth: true
                text: card.source
                role: "meta"
                muted: true
            }
        }
    }
}
