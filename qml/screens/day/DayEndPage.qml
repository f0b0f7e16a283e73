pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// "Avsluta dagen": sign all with one passphrase, see what stays open, and what tomorrow brings.
PageFrame {
    id: page

    required property DayEndViewModel viewModel

    title: qsTr("Avsluta dagen")
    onBack: page.viewModel.close()

    bar: [
        Button {
            visible: page.viewModel.signText !== ""
            kind: "primary"
            iconName: "lock"
            text: page.viewModel.signText
            busy: page.viewModel.isSigning
            onActivated: page.viewModel.signAll()
        },
        Button {
            visible: page.viewModel.signText === ""
            kind: "primary"
            text: qsTr("Klar för i dag")
            onActivated: page.viewModel.close()
        }
    ]

    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: page.viewModel.problem
        actionText: qsTr("Stäng")
        onActivated: page.viewModel.dismissProblem()
    }
    Banner {
        Layout.fillWidth: true
        tone: "info"
        iconName: "lock"
        text: page.viewModel.signedText
    }
    SectionHeading {
        Layout.fillWidth: true
        level: "heading"
        text: page.viewModel.toSignText
    }
    Card {
        Layout.fillWidth: true
        visible: toSign.count > 0
        flush: true

        Repeater {
            id: toSign
            model: page.viewModel.toSign

            ListRow {
                id: record

                required property int index
                required property string label
                required property string value

                Layout.fillWidth: true
                iconName: "notebook-pen"
                text: record.label
                secondary: record.value
                divider: record.index > 0
                position: record.index + 1
                count: toSign.count
                onActivated: page.viewModel.openRecord(record.index)
            }
        }
    }
    SectionHeading {
        Layout.fillWidth: true
        level: "heading"
        text: page.viewModel.openText
    }
    Card {
        Layout.fillWidth: true
        flush: true

        Repeater {
            id: openRows
            model: page.viewModel.openRows

            ListRow {
                id: row

                required property int index
                required property string label
                required property string value

                Layout.fillWidth: true
                text: row.label
                secondary: row.value
                divider: row.index > 0
                position: row.index + 1
                count: openRows.count
                onActivated: page.viewModel.openRow(row.index)
            }
        }
    }
    SectionHeading {
        Layout.fillWidth: true
        level: "heading"
        text: page.viewModel.tomorrowText
    }
    Card {
        Layout.fillWidth: true
        visible: tomorrow.count > 0

        Repeater {
            id: tomorrow
            model: page.viewModel.tomorrow

            LabelValue {
                Layout.fillWidth: true
            }
        }
    }

    ConfirmPassphraseSheet {
        confirm: page.viewModel.confirm
    }
}
