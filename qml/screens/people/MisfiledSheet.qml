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
    PersonChooserView {
        Layout.fillWidth: true
        chooser: sheet.misfiled.chooser
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
