pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// One answer among all of a form, one tap from being changed; or what stands for answers about violence until they are
/// asked for.
FillColumn {
    id: entry

    required property int index
    required property string number
    required property string question
    required property string answer
    required property string note
    required property string heading
    required property bool veiled
    property bool canChange: false

    signal changeAsked
    signal revealAsked

    spacing: 0

    Divider {
        Layout.fillWidth: true
        visible: entry.index > 0
    }
    AppText {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space3
        text: entry.heading
        role: "strong"
        heading: true
    }
    AppText {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space2
        text: entry.number
        role: "meta"
        muted: true
    }
    AppText {
        Layout.fillWidth: true
        text: entry.question
        role: "row"
    }
    GridLayout {
        Layout.fillWidth: true
        columns: Theme.bigText ? 1 : 2
        columnSpacing: Theme.space3
        rowSpacing: 0

        AppText {
            Layout.fillWidth: true
            text: entry.answer
            role: "strong"
        }
        LinkButton {
            visible: entry.canChange && !entry.veiled
            iconName: "pen-line"
            text: qsTr("Ändra")
            accessibleName: qsTr("Ändra, %1: %2").arg(entry.number).arg(entry.answer)
            onActivated: entry.changeAsked()
        }
        LinkButton {
            visible: entry.veiled
            iconName: "eye"
            text: qsTr("Visa innehållet")
            accessibleName: qsTr("Visa innehållet, %1").arg(entry.question)
            onActivated: entry.revealAsked()
        }
    }
    Fact {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.space2
        visible: text !== ""
        text: entry.note
        iconName: "pen-line"
    }
}
