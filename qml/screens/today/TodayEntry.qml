pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// One row of I dag with the heading of its group, where it is the first of one. The rows of one person are one card.
Column {
    id: entry

    required property int index
    required property string heading
    required property string headingCount
    required property bool isFirst
    required property bool isLast
    required property bool isFirstOfPerson
    required property bool isLastOfPerson
    required property bool isChosen
    required property string iconName
    required property string who
    required property string what
    required property string when
    required property string ruleText
    required property string ruleTone
    required property string ruleIcon
    required property string stateText
    required property string stateTone
    required property string actionIcon
    required property string actionText
    required property int count

    signal opened
    signal acted
    signal asked

    Item {
        width: 1
        height: entry.isFirst ? Theme.space3 : entry.isFirstOfPerson ? Theme.space2 : 0
    }
    SectionHeading {
        width: parent.width
        visible: entry.isFirst
        text: entry.heading
        count: entry.headingCount
    }
    Item {
        width: 1
        height: entry.isFirst ? Theme.space2 : 0
    }
    Item {
        width: parent.width
        height: row.implicitHeight

        CardSlice {
            anchors.fill: parent
            first: entry.isFirstOfPerson
            last: entry.isLastOfPerson
        }
        AgendaRow {
            id: row
            width: parent.width
            iconName: entry.iconName
            text: entry.who
            secondary: entry.what
            when: entry.when
            divider: !entry.isFirstOfPerson
            textShown: entry.isFirstOfPerson
            position: entry.index + 1
            count: entry.count
            actionIcon: entry.actionIcon
            actionText: entry.actionText
            chosen: entry.isChosen
            details: entry.stateText
            onActivated: entry.opened()
            onActionActivated: entry.acted()

            StateChip {
                text: entry.stateText
                tone: entry.stateTone
            }
            RuleButton {
                dense: true
                text: entry.ruleText
                tone: entry.ruleTone
                iconName: entry.ruleIcon === "" ? Theme.palette.icon(entry.ruleTone) : entry.ruleIcon
                accessibleName: qsTr("%1. Varför i dag? %2").arg(entry.ruleText).arg(entry.who)
                onActivated: entry.asked()
            }
        }
    }
}
