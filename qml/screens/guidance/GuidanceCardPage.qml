pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// One card of the guidance, with where it comes from.
PageFrame {
    id: page

    required property GuidanceCardViewModel viewModel

    title: page.viewModel.title
    subtitle: page.viewModel.area
    onBack: page.viewModel.close()

    Banner {
        text: page.viewModel.problem
        tone: "danger"
        iconName: "circle-alert"
    }
    FlowRow {
        Layout.fillWidth: true

        RuleChip {
            text: page.viewModel.priority
            tone: page.viewModel.sourceTone
        }
        Fact {
            text: qsTr("I egna ord")
            iconName: "message-square-text"
        }
    }
    TextBlocks {
        lines: page.viewModel.blocks
    }
    Button {
        Layout.fillWidth: true
        visible: page.viewModel.callText !== ""
        text: page.viewModel.callText
        iconName: "phone"
        kind: "primary"
        onActivated: page.viewModel.call()
    }
    Card {
        LabelValue {
            Layout.fillWidth: true
            label: qsTr("Källa")
            value: page.viewModel.source
        }
        LabelValue {
            Layout.fillWidth: true
            label: qsTr("Hur säkert")
            value: page.viewModel.confidence
        }
    }
}
