pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The files of the same person, and a way to tie another one.
Card {
    id: card

    required property MergeViewModel merge

    flush: true
    title: qsTr("Akter som hör ihop")

    Repeater {
        model: card.merge.files

        FillColumn {
            id: file
            required property int index
            required property string label
            required property string value

            Layout.fillWidth: true

            ListRow {
                Layout.fillWidth: true
                text: file.label
                secondary: file.value
                divider: true
                details: qsTr("Öppna")
                onActivated: card.merge.openFile(file.index)
            }
            LinkButton {
                Layout.leftMargin: Theme.space3
                iconName: "x"
                text: qsTr("Ta isär: %1").arg(file.label)
                onActivated: card.merge.untie(file.index)
            }
        }
    }
    LinkButton {
        Layout.leftMargin: Theme.space3
        Layout.bottomMargin: Theme.space1
        visible: card.merge.canTie
        iconName: "users"
        text: qsTr("Samma person finns i en annan akt")
        onActivated: card.merge.open()
    }
}
