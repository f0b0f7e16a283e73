pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// One row of a form: a text, a question with its answers under it, or what adds one more of something.
FillColumn {
    id: item

    required property ActViewModel viewModel
    required property int index
    required property int kind
    required property string heading
    required property bool canRemove
    required property string question
    required property string hint
    required property int way
    required property list<string> options
    required property string chosen
    required property bool hasField
    required property string typed
    required property string help
    required property string problem
    required property bool needed
    required property list<string> insatser
    property bool showsInsatser: false

    readonly property bool boxes: item.way === QuestionInput.Boxes
    readonly property bool inLines: item.way === QuestionInput.Lines
    readonly property bool asks: item.kind === ActItemListModel.Question
    readonly property string fieldHelp: item.hint === "" ? item.help : item.help === "" ? item.hint : item.hint + " " + item.help
    readonly property string spoken: item.needed ? qsTr("%1, behövs").arg(item.question) : item.question

    function isChosen(option: int): bool {
        return item.chosen.indexOf("," + option + ",") >= 0;
    }
    function stands(insats: string): bool {
        return item.typed.split("\n").indexOf(insats) >= 0;
    }
    function leaveField(editing: bool) {
        editing || item.viewModel.finish(item.index);
    }

    function takeFocus() {
        item.inLines ? (manyLines.itemAt(0) as TextArea).focusField() : item.hasField ? (oneLine.itemAt(0) as TextField).focusField() : ((item.boxes ? boxChips : choices).itemAt(0) as Item).forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.space2
    Accessible.role: Accessible.Grouping
    Accessible.name: item.question

    Connections {
        target: item.viewModel
        function onAttentionWanted(row: int) {
            row === item.index && item.takeFocus();
        }
    }
    SectionHeading {
        Layout.fillWidth: true
        visible: item.heading !== ""
        text: item.heading
        level: "heading"
    }
    LinkButton {
        visible: item.canRemove
        iconName: "x"
        text: qsTr("Ta bort")
        accessibleName: qsTr("Ta bort, %1").arg(item.heading)
        onActivated: item.viewModel.remove(item.index)
    }
    Fact {
        Layout.fillWidth: true
        visible: item.kind === ActItemListModel.Text
        text: item.question
        iconName: "info"
    }
    Button {
        Layout.fillWidth: true
        visible: item.kind === ActItemListModel.Add
        kind: "outline"
        iconName: "plus"
        text: qsTr("Lägg till: %1").arg(item.question)
        onActivated: item.viewModel.add(item.index)
    }
    AppText {
        Layout.fillWidth: true
        visible: item.asks && !item.hasField
        text: item.needed ? item.question : qsTr("%1 (frivilligt)").arg(item.question)
        role: "label"
    }
    AppText {
        Layout.fillWidth: true
        visible: item.hint !== "" && !item.hasField
        text: item.hint
        role: "row"
        muted: true
    }
    FlowRow {
        Layout.fillWidth: true
        visible: item.options.length > 0

        Repeater {
            id: choices
            model: item.boxes ? [] : item.options

            ChoiceChip {
                required property string modelData
                required property int index
                text: modelData
                accessibleName: qsTr("%1, %2").arg(modelData).arg(item.spoken)
                chosen: item.isChosen(index)
                onActivated: item.viewModel.choose(item.index, index)
            }
        }
        Repeater {
            id: boxChips
            model: item.boxes ? item.options : []

            CheckChip {
                required property string modelData
                required property int index
                text: modelData
                accessibleName: qsTr("%1, %2").arg(modelData).arg(item.spoken)
                chosen: item.isChosen(index)
                onActivated: item.viewModel.choose(item.index, index)
            }
        }
    }
    Fact {
        Layout.fillWidth: true
        visible: item.problem !== "" && !item.hasField
        text: item.problem
        iconName: "circle-alert"
        color: Theme.palette.mark("danger")
    }
    Repeater {
        id: oneLine
        model: item.hasField && !item.inLines ? 1 : 0

        TextField {
            id: line
            Layout.fillWidth: true
            label: item.question
            optional: !item.needed
            accessibleName: item.spoken
            help: item.fieldHelp
            text: item.typed
            error: item.problem
            inputHints: item.way === QuestionInput.Date ? Qt.ImhPreferNumbers : Qt.ImhNone
            onEdited: text => item.viewModel.edit(item.index, text)
            onAccepted: item.viewModel.finish(item.index)
            onEditingChanged: item.leaveField(line.editing)
        }
    }
    Repeater {
        id: manyLines
        model: item.hasField && item.inLines ? 1 : 0

        TextArea {
            id: lines
            Layout.fillWidth: true
            minimumLines: 2
            label: item.question
            optional: !item.needed
            help: item.fieldHelp
            accessibleName: item.spoken
            text: item.typed
            error: item.problem
            onEdited: text => item.viewModel.edit(item.index, text)
            onEditingChanged: item.leaveField(lines.editing)
        }
    }
    LinkButton {
        visible: item.insatser.length > 0
        iconName: item.showsInsatser ? "chevron-up" : "chevron-down"
        text: item.showsInsatser ? qsTr("Dölj insatserna") : qsTr("Välj bland kommunens insatser")
        accessibleName: qsTr("%1, %2").arg(text).arg(item.spoken)
        onActivated: item.showsInsatser = !item.showsInsatser
    }
    FlowRow {
        Layout.fillWidth: true
        visible: item.showsInsatser && item.insatser.length > 0

        Repeater {
            model: item.showsInsatser ? item.insatser : []

            CheckChip {
                required property string modelData
                required property int index
                text: modelData
                accessibleName: qsTr("%1, %2").arg(modelData).arg(item.spoken)
                chosen: item.stands(modelData)
                onActivated: item.viewModel.propose(item.index, index)
            }
        }
    }
}
