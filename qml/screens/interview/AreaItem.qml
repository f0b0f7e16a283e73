pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// One question among the others of its area, with its answers under it. What a question does not need is not made: an area
/// has up to sixty of them.
FillColumn {
    id: item

    required property AreaPage area
    required property bool notes
    required property int index
    required property string heading
    required property string intro
    required property string question
    required property string hint
    required property int way
    required property list<string> options
    required property string chosen
    required property bool hasField
    required property string typed
    required property string fieldLabel
    required property string help
    required property string unit
    required property string problem
    required property bool refused
    required property bool unknown
    required property bool notRelevant
    required property bool takesNotRelevant
    required property bool isRows

    readonly property bool boxes: item.way === QuestionInput.Boxes
    readonly property bool inLines: item.way === QuestionInput.Lines
    readonly property int hints: item.way === QuestionInput.Number ? Qt.ImhDigitsOnly : item.way === QuestionInput.Decimal ? Qt.ImhFormattedNumbersOnly : Qt.ImhNone

    function isChosen(option: int): bool {
        return item.chosen.indexOf("," + option + ",") >= 0;
    }
    function leaveField(editing: bool) {
        editing || item.area.finish(item.index);
    }

    spacing: Theme.space2
    Accessible.role: Accessible.Grouping
    Accessible.name: item.question

    Repeater {
        model: item.heading === "" ? 0 : 1

        SectionHeading {
            Layout.fillWidth: true
            text: item.heading
        }
    }
    Repeater {
        model: item.intro === "" ? 0 : 1

        Fact {
            Layout.fillWidth: true
            text: item.intro
            iconName: "info"
        }
    }
    AppText {
        Layout.fillWidth: true
        text: item.question
        role: "strong"
    }
    Repeater {
        model: item.hint === "" ? 0 : 1

        AppText {
            Layout.fillWidth: true
            text: item.hint
            role: "row"
            muted: true
        }
    }
    Repeater {
        model: item.isRows ? 1 : 0

        Button {
            kind: "outline"
            compact: true
            iconName: "list"
            text: qsTr("Visa och lägg till")
            accessibleName: qsTr("Visa och lägg till, %1").arg(item.question)
            onActivated: item.area.openRows(item.index)
        }
    }
    FlowRow {
        Layout.fillWidth: true
        visible: item.options.length > 0

        Repeater {
            model: item.boxes ? [] : item.options

            ChoiceChip {
                required property string modelData
                required property int index
                text: modelData
                accessibleName: qsTr("%1, %2").arg(modelData).arg(item.question)
                chosen: item.isChosen(index)
                onActivated: item.area.choose(item.index, index)
            }
        }
        Repeater {
            model: item.boxes ? item.options : []

            CheckChip {
                required property string modelData
                required property int index
                text: modelData
                accessibleName: qsTr("%1, %2").arg(modelData).arg(item.question)
                chosen: item.isChosen(index)
                onActivated: item.area.choose(item.index, index)
            }
        }
    }
    Repeater {
        model: item.hasField && !item.inLines ? 1 : 0

        TextField {
            id: line
            Layout.fillWidth: true
            label: item.fieldLabel
            accessibleName: qsTr("%1, %2").arg(item.fieldLabel).arg(item.question)
            help: item.help
            unit: item.unit
            text: item.typed
            error: item.problem
            inputHints: item.hints
            onEdited: text => item.area.edit(item.index, text)
            onAccepted: item.area.finish(item.index)
            onEditingChanged: item.leaveField(line.editing)
        }
    }
    Repeater {
        model: item.hasField && item.inLines ? 1 : 0

        TextArea {
            id: lines
            Layout.fillWidth: true
            minimumLines: 2
            label: item.fieldLabel
            accessibleName: qsTr("%1, %2").arg(item.fieldLabel).arg(item.question)
            text: item.typed
            error: item.problem
            onEdited: text => item.area.edit(item.index, text)
            onEditingChanged: item.leaveField(lines.editing)
        }
    }
    FlowRow {
        Layout.fillWidth: true
        visible: !item.isRows

        Repeater {
            model: item.isRows ? 0 : 1

            ChoiceChip {
                text: qsTr("Vill inte svara")
                accessibleName: qsTr("%1, %2").arg(text).arg(item.question)
                chosen: item.refused
                onActivated: item.area.refuse(item.index)
            }
        }
        Repeater {
            model: item.isRows ? 0 : 1

            ChoiceChip {
                text: qsTr("Vet inte")
                accessibleName: qsTr("%1, %2").arg(text).arg(item.question)
                chosen: item.unknown
                onActivated: item.area.doNotKnow(item.index)
            }
        }
        Repeater {
            model: item.takesNotRelevant ? 1 : 0

            ChoiceChip {
                text: qsTr("Inte aktuellt")
                accessibleName: qsTr("%1, %2").arg(text).arg(item.question)
                chosen: item.notRelevant
                onActivated: item.area.setAside(item.index)
            }
        }
        Repeater {
            model: item.notes && !item.isRows ? 1 : 0

            LinkButton {
                iconName: "pen-line"
                text: qsTr("Notera")
                accessibleName: qsTr("Notera, %1").arg(item.question)
                onActivated: item.area.writeNote(item.index)
            }
        }
    }
    Divider {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space2
    }
}
