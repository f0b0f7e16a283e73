pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// What the person may read: large, in their own words, without zone; the score only where the worker chooses so.
FillColumn {
    id: person

    required property string text
    required property string scoreText
    property alias lines: ratings.model
    property bool scoreShown: false
    property bool canTakeAlong: false

    signal scoreToggled
    signal fileAsked

    Layout.fillWidth: true
    Layout.topMargin: Theme.space5
    spacing: Theme.space5

    AppText {
        Layout.fillWidth: true
        text: person.text
        role: "question"
        large: true
        heading: true
    }
    Repeater {
        id: ratings

        AppText {
            required property string modelData
            Layout.fillWidth: true
            text: modelData
            large: true
        }
    }
    AppText {
        Layout.fillWidth: true
        text: person.scoreShown ? person.scoreText : ""
        role: "heading"
    }
    LinkButton {
        visible: person.scoreText !== ""
        iconName: person.scoreShown ? "eye-off" : "eye"
        text: person.scoreShown ? qsTr("Dölj poängen") : qsTr("Visa poängen")
        onActivated: person.scoreToggled()
    }
    LinkButton {
        visible: person.canTakeAlong
        iconName: "download"
        text: qsTr("Ta med som fil")
        onActivated: person.fileAsked()
    }
}
