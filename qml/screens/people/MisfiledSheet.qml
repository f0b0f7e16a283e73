pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// Moves what was written in the wrong person's file to the right one.
BottomSheet {
    id: sheet

    required property MisfiledViewModel misfiled

    title: qsTr("Förd på fel person")
    visible: sheet.misfiled.isOpen
    onClosed: sheet.misfiled.close()

    AppText {
        Layout.fillWidth: true
        text: sheet.misfiled.goesText
    }
    AppText {
        Layout.fillWidth: true
        text: sheet.misfiled.staysText
    }
    SectionHeading {
        Layout.fillWidth: true
        text: qsTr("Vem gäller det?")
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("Bara akter på din enhet som det går att skriva i kan väljas.")
        role: "meta"
        muted: true
    }
    PersonChooserView {
        Layout.fillWidth: true
        chooser: sheet.misfiled.chooser
    }
    Step {
        shown: sheet.misfiled.gate !== null

        FillColumn {
            Layout.fillWidth: true
            spacing: Theme.space4

            SectionHeading {
                Layout.fillWidth: true
                text: sheet.misfiled.gate?.title ?? ""
            }
            GateFields {
                gate: sheet.misfiled.gate
            }
            Button {
                text: qsTr("Öppna")
                onActivated: sheet.misfiled.gate.enter()
            }
            ConfirmPassphraseSheet {
                confirm: sheet.misfiled.gate.confirm
            }
        }
    }
    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        text: sheet.misfiled.chosenText === "" ? "" : qsTr("Flyttas till %1").arg(sheet.misfiled.chosenText)
        role: "strong"
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: sheet.misfiled.problem
    }
    actions: [
        Button {
            kind: "primary"
            text: qsTr("Flytta")
            busy: sheet.misfiled.isWriting
            busyText: qsTr("Flyttar …")
            onActivated: sheet.misfiled.move()
        }
    ]
}
