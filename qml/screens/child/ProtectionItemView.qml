pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// One line of an act: made as what its kind says.
FillColumn {
    id: item

    required property ProtectionViewModel viewModel
    required property int index
    required property string kind
    required property string label
    required property string help
    required property string value
    required property list<string> names
    required property int chosen
    required property bool isChecked
    required property string error

    Layout.fillWidth: true
    spacing: Theme.space2

    Banner {
        Layout.fillWidth: true
        tone: "danger"
        iconName: "siren"
        text: item.kind === "warning" ? item.label : ""
    }
    AppText {
        Layout.fillWidth: true
        visible: item.kind === "note"
        text: item.label
    }
    Step {
        shown: item.kind === "choice"

        ChipGroup {
            title: item.label
            names: item.names
            currentIndex: item.chosen
            error: item.error
            onChosen: index => item.viewModel.choose(item.index, index)
        }
    }
    Step {
        shown: item.kind === "line"

        TextField {
            Layout.fillWidth: true
            label: item.label
            help: item.help
            text: item.value
            error: item.error
            onEdited: text => item.viewModel.edit(item.index, text)
        }
    }
    Step {
        shown: item.kind === "text"

        TextArea {
            Layout.fillWidth: true
            label: item.label
            help: item.help
            minimumLines: 2
            text: item.value
            error: item.error
            onEdited: text => item.viewModel.edit(item.index, text)
        }
    }
    Step {
        shown: item.kind === "check"

        CheckRow {
            Layout.fillWidth: true
            text: item.label
            chosen: item.isChecked
            onActivated: item.viewModel.toggle(item.index)
        }
    }
    Step {
        shown: item.kind === "number" || item.kind === "missing"

        ProtectionNumber {
            viewModel: item.viewModel
            row: item.index
            name: item.label
            when: item.help
            number: item.kind === "number" ? item.value : ""
        }
    }
}
