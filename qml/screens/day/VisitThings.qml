pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// What to take along: ticked when it is packed, typed, or taken from what is open in the file.
FillColumn {
    id: things

    required property VisitPlanViewModel viewModel

    Layout.fillWidth: true
    spacing: Theme.space3

    SectionHeading {
        Layout.fillWidth: true
        level: "heading"
        text: qsTr("Att ta med")
    }
    Repeater {
        model: things.viewModel.things

        RowLayout {
            id: thing

            required property int index
            required property string text
            required property string kind

            Layout.fillWidth: true
            spacing: Theme.space2

            CheckRow {
                Layout.fillWidth: true
                text: thing.text
                chosen: thing.kind === "packed"
                onActivated: things.viewModel.togglePacked(thing.index)
            }
            IconButton {
                iconName: "trash-2"
                text: qsTr("Ta bort %1").arg(thing.text)
                onActivated: things.viewModel.removeThing(thing.index)
            }
        }
    }
    TextField {
        Layout.fillWidth: true
        label: qsTr("Lägg till")
        text: things.viewModel.typedThing
        error: things.viewModel.missing
        maximumLength: 120
        onEdited: text => things.viewModel.editThing(text)
        onAccepted: things.viewModel.addThing()
    }
    Button {
        kind: "outline"
        iconName: "plus"
        text: qsTr("Lägg till")
        onActivated: things.viewModel.addThing()
    }
    AppText {
        Layout.fillWidth: true
        visible: things.viewModel.proposals.length > 0
        text: qsTr("Öppet i akten. Tryck för att ta med:")
        role: "meta"
        muted: true
    }
    Repeater {
        model: things.viewModel.proposals

        LinkButton {
            id: proposal

            required property string modelData
            required property int index

            iconName: "plus"
            text: proposal.modelData
            accessibleName: qsTr("Ta med %1").arg(proposal.modelData)
            onActivated: things.viewModel.takeProposal(proposal.index)
        }
    }
}
