pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls
import Faltakt.ViewModels

/// How the talk was: asked calmly afterwards, each answer stored as it is given. Nothing here is asked of the person.
Card {
    id: card

    required property TalkFacts talk

    title: qsTr("Om samtalet")

    Banner {
        text: card.talk.problem
        tone: "danger"
    }
    ChipGroup {
        title: qsTr("Var någon annan med?")
        names: card.talk.othersNames
        currentIndex: card.talk.othersIndex
        onChosen: index => card.talk.chooseOthers(index)
    }
    ChipGroup {
        title: qsTr("Var personen påverkad?")
        names: card.talk.influencedNames
        currentIndex: card.talk.influencedIndex
        onChosen: index => card.talk.chooseInfluenced(index)
    }
    ChipGroup {
        title: qsTr("Tolkade någon?")
        names: card.talk.interpreterNames
        currentIndex: card.talk.interpreterIndex
        note: qsTr("Barn tolkar aldrig.")
        onChosen: index => card.talk.chooseInterpreter(index)
    }
    SelectRow {
        visible: card.talk.hasInterpreter
        title: qsTr("Tolkens språk")
        names: card.talk.languageNames
        currentIndex: card.talk.languageIndex
        onChosen: index => card.talk.chooseLanguage(index)
    }
}
