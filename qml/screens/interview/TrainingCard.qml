pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Whose work the form is, and what the worker says of herself; nothing of it stops the talk.
Card {
    id: card

    required property TrainingNote training

    AppText {
        Layout.fillWidth: true
        text: card.training.text
        role: "row"
    }
    CheckRow {
        Layout.fillWidth: true
        text: card.training.claim
        chosen: card.training.isTrained
        onActivated: card.training.toggle()
    }
    AppText {
        Layout.fillWidth: true
        text: card.training.problem
        role: "row"
    }
}
