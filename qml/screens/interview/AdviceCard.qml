pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Brief advice after a screening: what to talk about, and one tap that says it was given.
Card {
    id: card

    required property ResultViewModel viewModel

    title: qsTr("Kort rådgivning")

    Repeater {
        model: card.viewModel.content.advicePoints

        Fact {
            required property string modelData
            Layout.fillWidth: true
            text: modelData
            iconName: "message-square-text"
        }
    }
    AppText {
        Layout.fillWidth: true
        text: card.viewModel.content.adviceNote
        role: "meta"
        muted: true
    }
    Repeater {
        model: card.viewModel.adviceSaved === "" ? card.viewModel.adviceLevels : []

        Button {
            required property string modelData
            required property int index
            Layout.fillWidth: true
            kind: index === card.viewModel.proposedLevel ? "primary" : "outline"
            iconName: "check"
            text: modelData
            description: index === card.viewModel.proposedLevel ? qsTr("föreslås efter resultatet") : ""
            onActivated: card.viewModel.giveAdvice(index)
        }
    }
    UndoRow {
        text: card.viewModel.adviceSaved
        onActivated: card.viewModel.undoAdvice()
    }
    ChipGroup {
        visible: card.viewModel.adviceSaved !== ""
        title: qsTr("Hur länge?")
        names: card.viewModel.minuteNames
        currentIndex: card.viewModel.minuteIndex
        onChosen: index => card.viewModel.chooseMinutes(index)
    }
}
