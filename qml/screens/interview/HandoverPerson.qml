pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The person's first page and her last one. No name, no clock, no score.
FillColumn {
    id: person

    required property HandoverViewModel viewModel
    readonly property bool isEnd: person.viewModel.stage === HandoverViewModel.Thanks

    function focusHeading() {
        heading.forceActiveFocus(Qt.OtherFocusReason);
    }

    Layout.fillWidth: true
    Layout.topMargin: Theme.space5
    spacing: Theme.space5

    AppText {
        id: heading
        Layout.fillWidth: true
        text: person.isEnd ? qsTr("Tack! Lämna tillbaka surfplattan.") : qsTr("Hej!")
        role: "questionSelf"
        heading: true
        Accessible.focusable: true
    }
    AppText {
        Layout.fillWidth: true
        visible: !person.isEnd && text !== ""
        text: person.viewModel.greeting
        large: true
    }
    AppText {
        Layout.fillWidth: true
        visible: !person.isEnd
        text: qsTr("Den som gav dig surfplattan kan se det du har svarat, också om du slutar.")
        large: true
    }
    Button {
        Layout.fillWidth: true
        // Behind a form that could not be read there is nothing: the page above says what is wrong.
        visible: !person.isEnd && person.viewModel.interview.problem === ""
        kind: "primary"
        text: qsTr("Börja")
        onActivated: person.viewModel.begin()
    }
    ChipGroup {
        visible: !person.isEnd
        title: qsTr("Textstorlek")
        names: person.viewModel.sizeNames
        currentIndex: person.viewModel.sizeIndex
        onChosen: index => person.viewModel.chooseSize(index)
    }
    ChipGroup {
        visible: !person.isEnd && person.viewModel.languageNames.length > 1
        title: qsTr("Språk")
        names: person.viewModel.languageNames
        currentIndex: person.viewModel.languageIndex
        onChosen: index => person.viewModel.chooseLanguage(index)
    }
    Button {
        Layout.fillWidth: true
        visible: person.isEnd
        iconName: "lock-open"
        text: qsTr("Ta tillbaka surfplattan")
        onActivated: person.viewModel.askForReturn()
    }
}
