pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// The result of quick screening, and what becomes of it.
PageFrame {
    id: page

    required property ScratchResultViewModel viewModel
    readonly property bool toPerson: page.viewModel.showsPerson

    title: page.toPerson ? "" : page.viewModel.content.title
    subtitle: page.toPerson ? "" : qsTr("Utan ärende. Inget sparas om vem.")
    onBack: page.viewModel.stepBack()

    PersonText {
        visible: page.toPerson
        text: page.viewModel.content.personText
        scoreText: page.viewModel.content.scoreText
        scoreShown: page.viewModel.showsPersonScore
        onScoreToggled: page.viewModel.togglePersonScore()
    }
    Banner {
        text: page.viewModel.problem
        tone: "danger"
        actionText: qsTr("Stäng")
        onActivated: page.viewModel.dismissProblem()
    }
    StateChip {
        visible: !page.toPerson && text !== ""
        text: page.viewModel.selfReportedText
        tone: "info"
        iconName: "tablet-smartphone"
    }
    ResultBody {
        visible: !page.toPerson && !page.viewModel.isLoading
        result: page.viewModel.content
        onPersonAsked: page.viewModel.showToPerson()
        onStepOpened: row => page.viewModel.openStep(row)
        onFormContinued: form => page.viewModel.continueWith(form)
    }
    Card {
        visible: !page.toPerson
        title: qsTr("För rätt gräns")

        ChipGroup {
            title: qsTr("Kön")
            names: page.viewModel.sexNames
            currentIndex: page.viewModel.sexIndex
            onChosen: index => page.viewModel.chooseSex(index)
        }
        ChipGroup {
            title: qsTr("Ålder")
            names: page.viewModel.ageNames
            currentIndex: page.viewModel.ageIndex
            onChosen: index => page.viewModel.chooseAge(index)
        }
    }
    ScratchChoices {
        visible: !page.toPerson
        viewModel: page.viewModel
    }
    AnswerList {
        visible: !page.toPerson
        result: page.viewModel.content
        canChange: page.viewModel.discardText === ""
        onChangeAsked: row => page.viewModel.changeAnswer(row)
    }
}
