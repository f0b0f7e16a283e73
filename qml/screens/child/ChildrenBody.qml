pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// What the page about children says once it is read.
FillColumn {
    id: body

    required property ChildrenViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space4

    Chips {
        title: qsTr("Barn hemma eller nära?")
        choices: body.viewModel.answers
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        iconName: "baby"
        text: body.viewModel.isWorry ? body.viewModel.obstacleText : ""
    }
    Banner {
        Layout.fillWidth: true
        iconName: "baby"
        text: body.viewModel.isWorry ? "" : body.viewModel.obstacleText
    }
    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        text: body.viewModel.emptyText
        muted: true
    }
    Card {
        Layout.fillWidth: true
        visible: rows.count > 0
        flush: true

        Repeater {
            id: rows
            model: body.viewModel.children

            FillColumn {
                id: child

                required property int index
                required property string kind
                required property string text
                required property string secondary

                Layout.fillWidth: true
                spacing: 0

                ListRow {
                    Layout.fillWidth: true
                    iconName: "baby"
                    text: child.text
                    secondary: child.secondary
                    divider: child.index > 0
                    position: child.index + 1
                    count: rows.count
                    onActivated: body.viewModel.openChild(child.index)
                }
                Button {
                    Layout.leftMargin: Theme.space4
                    Layout.bottomMargin: Theme.space3
                    visible: child.kind === "worry"
                    compact: true
                    iconName: "phone"
                    text: qsTr("Orosanmälan")
                    accessibleName: qsTr("Orosanmälan, %1").arg(child.text)
                    onActivated: body.viewModel.reportChild(child.index)
                }
            }
        }
    }
    Card {
        Layout.fillWidth: true
        visible: sealedRows.count > 0
        flush: true

        Repeater {
            id: sealedRows
            model: body.viewModel.sealedRows

            ListRow {
                id: sealedRow

                required property int index
                required text
                required secondary

                Layout.fillWidth: true
                iconName: "lock"
                divider: sealedRow.index > 0
                position: sealedRow.index + 1
                count: sealedRows.count
                onActivated: body.viewModel.openSealed(sealedRow.index)
            }
        }
    }
    LinkButton {
        iconName: "plus"
        text: qsTr("Lägg till barn")
        onActivated: body.viewModel.addChild()
    }
    Card {
        Layout.fillWidth: true
        title: qsTr("Vad det betyder för barnen")
        visible: body.viewModel.consequences !== ""

        AppText {
            Layout.fillWidth: true
            text: body.viewModel.consequences
        }
    }
    LinkButton {
        iconName: "pen-line"
        text: qsTr("Skriv svar, steg och vad det betyder för barnen")
        onActivated: body.viewModel.openFamily()
    }
    SectionHeading {
        Layout.fillWidth: true
        text: qsTr("Gör nu")
        level: "heading"
    }
    FlowRow {
        Layout.fillWidth: true

        Button {
            iconName: "phone"
            text: qsTr("Orosanmälan")
            onActivated: body.viewModel.report()
        }
        Button {
            iconName: "life-buoy"
            text: qsTr("Skyddsbedömning")
            onActivated: body.viewModel.checkSafety()
        }
        Button {
            iconName: "message-circle"
            text: qsTr("Trygghetssamtal")
            onActivated: body.viewModel.startTalk()
        }
    }
}
