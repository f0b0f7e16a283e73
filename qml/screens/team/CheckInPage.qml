pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// Before a visit that somebody goes to alone, during it and after it; or a colleague's that nobody checked out of.
PageFrame {
    id: page

    required property CheckInViewModel viewModel

    title: page.viewModel.title
    onBack: page.viewModel.goBack()

    Banner {
        Layout.fillWidth: true
        text: page.viewModel.problem
        tone: "danger"
    }
    Banner {
        Layout.fillWidth: true
        title: page.viewModel.statusTitle
        text: page.viewModel.statusText
        tone: page.viewModel.statusTone
    }
    UndoRow {
        Layout.fillWidth: true
        text: page.viewModel.undoing.text
        onActivated: page.viewModel.undo()
    }
    Step {
        shown: page.viewModel.isForm

        CheckInFields {
            Layout.fillWidth: true
            form: page.viewModel.form
        }
    }
    Step {
        shown: page.viewModel.isOut || page.viewModel.isOver || page.viewModel.isColleagues

        VisitFacts {
            Layout.fillWidth: true
            viewModel: page.viewModel
        }
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("Det här är inget överfallslarm. I fara: ring 112.")
        role: "meta"
        muted: true
    }
    bar: [
        Button {
            visible: page.viewModel.isForm
            kind: "primary"
            iconName: "log-in"
            text: qsTr("Checka in")
            busy: page.viewModel.isWriting
            busyText: qsTr("Sparar …")
            onActivated: page.viewModel.checkIn()
        },
        Button {
            visible: page.viewModel.isOut
            kind: "primary"
            iconName: "log-out"
            text: qsTr("Checka ut")
            busy: page.viewModel.isWriting
            busyText: qsTr("Sparar …")
            onActivated: page.viewModel.checkOut()
        },
        Button {
            visible: page.viewModel.isOut
            iconName: "timer"
            text: qsTr("30 minuter till")
            onActivated: page.viewModel.extend()
        },
        Button {
            visible: page.viewModel.isOver
            text: qsTr("Nytt besök")
            onActivated: page.viewModel.startAnew()
        },
        Button {
            visible: page.viewModel.canTakeCare
            kind: "primary"
            iconName: "hand"
            text: qsTr("Jag tar hand om det")
            busy: page.viewModel.isWriting
            busyText: qsTr("Sparar …")
            onActivated: page.viewModel.takeCare()
        }
    ]
}
