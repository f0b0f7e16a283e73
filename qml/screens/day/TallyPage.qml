pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// Räknare: how many of what, where, this week; nobody's name.
PageFrame {
    id: page

    required property TallyViewModel viewModel

    title: qsTr("Räknare")
    recordingText: page.viewModel.recording.text
    recordingReason: page.viewModel.recording.reason
    onBack: page.viewModel.close()

    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: page.viewModel.problem
        actionText: qsTr("Stäng")
        onActivated: page.viewModel.dismissProblem()
    }
    UndoRow {
        Layout.fillWidth: true
        iconName: "tally-5"
        text: page.viewModel.undoText
        onActivated: page.viewModel.undo()
    }
    Chips {
        title: qsTr("Var?")
        choices: page.viewModel.areas
    }
    Card {
        Layout.fillWidth: true
        visible: !page.viewModel.isLoading

        Repeater {
            model: page.viewModel.rows

            TallyLine {
                id: row

                required property int index

                Layout.fillWidth: true
                onAdded: page.viewModel.add(row.index)
                onTakenAway: page.viewModel.takeAway(row.index)
            }
        }
    }
    AppText {
        Layout.fillWidth: true
        text: page.viewModel.weekText
        role: "strong"
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("Bara antal, per vecka och plats. Här finns ingen plats för namn. När veckan är slut lämnas antalen till servern, förseglade. Ingen i teamet kan läsa dem.")
        role: "meta"
        muted: true
    }
}
