pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Which sentences the person may read.
FillColumn {
    id: view

    required property ReadingViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space3

    EmptyState {
        Layout.fillWidth: true
        visible: view.viewModel.isWithheld
        iconName: "shield"
        text: qsTr("Det här har någon annan berättat. Det visas inte för personen.")
    }
    EmptyState {
        Layout.fillWidth: true
        visible: !view.viewModel.isWithheld && view.viewModel.sentences.count === 0
        text: qsTr("Här står ingen text att visa.")
    }
    Banner {
        Layout.fillWidth: true
        visible: view.viewModel.sentences.count > 0
        tone: "info"
        iconName: "eye"
        title: qsTr("Läs igenom först")
        text: qsTr("Ta bort det som handlar om någon annan. Personen ser bara det som är markerat. Sedan låses appen.")
    }
    Fact {
        Layout.fillWidth: true
        iconName: "circle-alert"
        color: Theme.palette.mark("danger")
        text: view.viewModel.missing
    }
    Repeater {
        model: view.viewModel.sentences

        FillColumn {
            id: sentence

            required property int index
            required property string heading
            required property string text
            required property string note
            required property bool isShown

            Layout.fillWidth: true

            SectionHeading {
                Layout.fillWidth: true
                visible: sentence.heading !== ""
                text: sentence.heading
            }
            CheckRow {
                Layout.fillWidth: true
                text: sentence.text
                note: sentence.note
                chosen: sentence.isShown
                onActivated: view.viewModel.toggle(sentence.index)
            }
        }
    }
}
