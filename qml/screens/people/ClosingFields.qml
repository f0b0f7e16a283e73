pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// How and why a matter is closed, with what is still open in it; or why it is opened again.
FillColumn {
    id: fields

    required property ClosingViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space4

    Card {
        Layout.fillWidth: true
        visible: fields.viewModel.isClosing
        flush: true

        SectionHeading {
            Layout.fillWidth: true
            Layout.margins: Theme.space4
            Layout.bottomMargin: Theme.space2
            text: fields.viewModel.openText
            level: "heading"
        }
        Repeater {
            id: rows
            model: fields.viewModel.openRows

            ListRow {
                id: row

                required property int index
                required property string label
                required property string value

                Layout.fillWidth: true
                iconName: "list-checks"
                text: row.label
                secondary: row.value
                divider: true
                details: qsTr("Öppna")
                position: row.index + 1
                count: rows.count
                onActivated: fields.viewModel.openRow(row.index)
            }
        }
        CheckRow {
            Layout.fillWidth: true
            Layout.margins: Theme.space4
            visible: rows.count > 0
            text: qsTr("Jag har gått igenom det. Det får ligga kvar.")
            note: qsTr("Egna uppgifter står kvar på I dag. Tider och påminnelser försvinner.")
            chosen: fields.viewModel.leavesOpen
            onActivated: fields.viewModel.setLeavesOpen(!fields.viewModel.leavesOpen)
        }
        Banner {
            Layout.fillWidth: true
            tone: "danger"
            text: fields.viewModel.openProblem
        }
    }
    RadioList {
        Layout.fillWidth: true
        title: fields.viewModel.isClosing ? qsTr("Hur avslutas ärendet?") : qsTr("Varför öppnas det igen?")
        names: fields.viewModel.ways
        currentIndex: fields.viewModel.wayIndex
        error: fields.viewModel.wayProblem
        onChosen: index => fields.viewModel.chooseWay(index)
    }
    LinkButton {
        visible: fields.viewModel.asksForChildren
        iconName: "baby"
        text: qsTr("Öppna sidan Barn")
        onActivated: fields.viewModel.openChildren()
    }
    TextArea {
        Layout.fillWidth: true
        label: fields.viewModel.isClosing ? qsTr("Skäl till att avsluta") : qsTr("Skäl till att öppna igen")
        text: fields.viewModel.reason
        error: fields.viewModel.reasonProblem
        onEdited: text => fields.viewModel.setReason(text)
    }
    Card {
        Layout.fillWidth: true
        visible: fields.viewModel.keepingText !== ""
        title: qsTr("Hur länge akten sparas")

        AppText {
            Layout.fillWidth: true
            text: fields.viewModel.keepingText
        }
        AppText {
            Layout.fillWidth: true
            text: fields.viewModel.keepingSource
            role: "meta"
            muted: true
        }
    }
    AppText {
        Layout.fillWidth: true
        visible: fields.viewModel.isClosing
        text: qsTr("När ärendet är avslutat läses akten, men inget ändras i den. Du kan öppna det igen.")
        role: "meta"
        muted: true
    }
}
