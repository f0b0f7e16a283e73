pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// Which letters wait to be sent, and how far each has come.
PageFrame {
    id: page

    required property LettersViewModel viewModel

    title: qsTr("Brev att skicka")
    subtitle: page.viewModel.countText
    onBack: page.viewModel.close()

    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: page.viewModel.problem
        actionText: qsTr("Stäng")
        onActivated: page.viewModel.dismissProblem()
    }
    SkeletonRow {
        visible: page.viewModel.isLoading
    }
    EmptyState {
        Layout.fillWidth: true
        visible: !page.viewModel.isLoading && page.viewModel.isEmpty
        iconName: "mail-check"
        text: qsTr("Inga brev väntar. Ett brev kommer hit när en rapport behöver ett, eller när du ber om det.")
    }
    LetterList {
        title: qsTr("Väntar på dig")
        iconName: "pause"
        letters: page.viewModel.held
        onOpened: row => page.viewModel.open(page.viewModel.held, row)
    }
    LetterList {
        title: qsTr("Att be om")
        iconName: "mail"
        letters: page.viewModel.toAsk
        onOpened: row => page.viewModel.open(page.viewModel.toAsk, row)
    }
    LetterList {
        title: qsTr("Redo att skickas")
        iconName: "mail"
        letters: page.viewModel.ready
        onOpened: row => page.viewModel.open(page.viewModel.ready, row)
    }
    LetterList {
        title: qsTr("Skickade de senaste två veckorna")
        iconName: "mail-check"
        letters: page.viewModel.sent
        onOpened: row => page.viewModel.open(page.viewModel.sent, row)
    }
}
