pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// What stands above a person's tabs: arrangements, and on narrow windows the next steps.
FillColumn {
    id: head

    required property PersonViewModel viewModel
    required property bool besides

    function iconAt(index: int): string {
        return head.viewModel ? head.viewModel.factIcons[index] ?? "" : "";
    }

    spacing: Theme.space2

    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: head.viewModel.problem
    }
    Banner {
        Layout.fillWidth: true
        tone: "protected"
        text: head.viewModel.protectedText
    }
    FlowRow {
        Layout.fillWidth: true
        spacing: Theme.space4
        visible: facts.count > 0

        Repeater {
            id: facts
            model: head.viewModel.factTexts

            Fact {
                required property string modelData
                required property int index
                text: modelData
                iconName: head.iconAt(index)
            }
        }
    }
    NextSteps {
        Layout.fillWidth: true
        visible: !head.besides
        viewModel: head.viewModel
        most: 2
    }
    SkeletonRow {
        visible: head.viewModel.isLoading
    }
    LinkButton {
        visible: !head.viewModel.isLoading && head.viewModel.childrenText !== ""
        iconName: "baby"
        text: head.viewModel.childrenText
        onActivated: head.viewModel.openChildren()
    }
    LinkButton {
        visible: !head.viewModel.isLoading && head.viewModel.decisions.statusText !== ""
        iconName: "file-text"
        text: head.viewModel.decisions.statusText
        onActivated: head.viewModel.chooseTab(1)
    }
    LinkButton {
        visible: !head.viewModel.isLoading && !head.viewModel.isClosed
        iconName: "file-plus"
        text: qsTr("Nytt i akten")
        onActivated: head.viewModel.openForms()
    }
    LinkButton {
        visible: !head.viewModel.isLoading && !head.viewModel.isClosed
        iconName: "image-plus"
        text: qsTr("Lägg till foto eller papper")
        onActivated: head.viewModel.addPhoto()
    }
    Tabs {
        Layout.fillWidth: true
        title: qsTr("Visa")
        names: head.viewModel.tabs
        currentIndex: head.viewModel.tabIndex
        onChosen: index => head.viewModel.chooseTab(index)
    }
    SearchField {
        visible: head.viewModel.tabIndex === 0 && head.viewModel.timeline.canSearch
        label: qsTr("Sök i akten")
        text: head.viewModel.timeline.query
        countText: head.viewModel.timeline.countText
        onEdited: text => head.viewModel.timeline.search(text)
    }
}
