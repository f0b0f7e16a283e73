pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// "Varför i dag?": the rule behind a row, how binding it is and how its time was counted.
BottomSheet {
    id: sheet

    required property WhyViewModel why

    title: qsTr("Varför i dag?")
    visible: sheet.why.isOpen
    onClosed: sheet.why.close()

    AppText {
        Layout.fillWidth: true
        text: sheet.why.title
        role: "strong"
    }
    FlowRow {
        Layout.fillWidth: true

        AppText {
            text: sheet.why.due
            role: "label"
        }
        RuleChip {
            text: sheet.why.label
            tone: sheet.why.tone
        }
    }
    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        text: sheet.why.arithmetic
    }
}
