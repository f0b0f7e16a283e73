pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// The result of an assessment in a person's file. "Visa för personen" leaves the person's own text alone on the page.
PageFrame {
    id: page

    required property ResultViewModel viewModel
    readonly property bool toPerson: page.viewModel.showsPerson
    readonly property bool isCovered: page.viewModel.isCovered

    title: page.toPerson ? "" : page.viewModel.isMisfiled ? qsTr("Frågor om vanor") : page.viewModel.content.title
    subtitle: page.toPerson ? "" : page.viewModel.subtitle
    onBack: page.viewModel.stepBack()
    strip: [
        UndoRow {
            text: page.viewModel.undoRow.text
            onActivated: page.viewModel.undoRow.undo()
        }
    ]
    bar: [
        Fact {
            // On a phone a line of its own above the buttons.
            implicitWidth: page.width < 600 ? page.width : Theme.scaled(170)
            text: !page.toPerson && page.viewModel.canSign ? qsTr("Sparat, inte signerat") : ""
            iconName: "smartphone"
        },
        Button {
            visible: !page.toPerson && page.viewModel.canSign
            kind: "outline"
            compact: true
            iconName: "lock"
            text: qsTr("Signera och lås")
            onActivated: page.viewModel.sign()
        },
        Button {
            visible: !page.toPerson
            kind: "primary"
            compact: true
            text: qsTr("Klar")
            onActivated: page.viewModel.stepBack()
        }
    ]

    PersonText {
        visible: page.toPerson
        text: page.viewModel.content.personText
        lines: page.viewModel.content.personLines
        scoreText: page.viewModel.content.scoreText
        scoreShown: page.viewModel.showsPersonScore
        canTakeAlong: text !== ""
        onScoreToggled: page.viewModel.togglePersonScore()
        onFileAsked: page.viewModel.handOut()
    }
    Banner {
        text: page.viewModel.problem
        tone: "danger"
        actionText: qsTr("Stäng")
        onActivated: page.viewModel.dismissProblem()
    }
    Banner {
        text: page.viewModel.undoRow.problem
    }
    MisfiledMark {
        visible: !page.toPerson && isSomething
        misfiled: page.viewModel.misfiled
    }
    StateChip {
        visible: !page.toPerson && text !== ""
        text: page.viewModel.stateText
        tone: "info"
        iconName: page.viewModel.isSigned ? "lock" : "info"
    }
    StateChip {
        visible: !page.toPerson && text !== ""
        text: page.viewModel.talk.selfReportedText
        tone: "info"
        iconName: "tablet-smartphone"
    }
    Fact {
        visible: !page.toPerson && text !== ""
        text: page.viewModel.talk.trainingText
        iconName: "info"
    }
    Banner {
        visible: !page.toPerson && text !== ""
        text: page.viewModel.talk.reliabilityText
        tone: "conflict"
    }
    Card {
        visible: page.isCovered
        title: qsTr("Innehållet är dolt")

        AppText {
            Layout.fillWidth: true
            text: qsTr("Se till att ingen annan ser skärmen. Inget härifrån skrivs ut eller lämnas över.")
        }
        Button {
            Layout.fillWidth: true
            iconName: "eye"
            text: qsTr("Visa innehållet")
            onActivated: page.viewModel.reveal()
        }
    }
    ResultBody {
        forPerson: !page.viewModel.isSafe
        visible: !page.toPerson && !page.isCovered && !page.viewModel.isDeclined && !page.viewModel.isLoading && !page.viewModel.isMisfiled
        result: page.viewModel.content
        onPersonAsked: page.viewModel.showToPerson()
        onStepOpened: row => page.viewModel.openStep(row)
        onFormContinued: form => page.viewModel.continueWith(form)
        advice: AdviceCard {
            visible: page.viewModel.adviceLevels.length > 0
            viewModel: page.viewModel
        }
    }
    FlowRow {
        Layout.fillWidth: true
        visible: !page.toPerson && page.viewModel.isSafe && !page.isCovered && !page.viewModel.isDeclined && !page.viewModel.isLoading

        Button {
            iconName: "life-buoy"
            text: qsTr("Gå vidare efter ett ja")
            onActivated: page.viewModel.goOnWithSafety()
        }
        Button {
            iconName: "baby"
            text: qsTr("Barnen")
            onActivated: page.viewModel.openChildren()
        }
    }
    TalkCard {
        visible: !page.toPerson && !page.isCovered && page.viewModel.canChange && page.viewModel.content.isTalk
        talk: page.viewModel.talk

        ChipGroup {
            visible: page.viewModel.content.hasZones
            title: qsTr("Gräns för")
            names: page.viewModel.sexNames
            currentIndex: page.viewModel.sexIndex
            onChosen: index => page.viewModel.chooseSex(index)
        }
    }
    AnswerList {
        visible: !page.toPerson && !page.isCovered && !page.viewModel.isDeclined && !page.viewModel.isMisfiled
        result: page.viewModel.content
        canChange: page.viewModel.canChange
        onChangeAsked: row => page.viewModel.changeAnswer(row)
    }
    LinkButton {
        visible: !page.toPerson && page.viewModel.misfiled.canMisfile
        iconName: "user-x"
        text: qsTr("Förd på fel person")
        onActivated: page.viewModel.misfiled.open()
    }
    MisfiledSheet {
        misfiled: page.viewModel.misfiled
    }
    ConfirmPassphraseSheet {
        confirm: page.viewModel.confirm
    }
    FileOfferSheet {
        title: qsTr("Fil till personen")
        offer: page.viewModel.handout
        agreeText: qsTr("Personen har sagt ja till att få filen")
        doneNote: qsTr("Det är antecknat i akten.")
    }
}
