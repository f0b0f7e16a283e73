pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Changes that are in the same state, under that state's name: the worker's own first, then the openings of files in one
/// row that unfolds. Gone when there are none.
FillColumn {
    id: group

    required property string title
    required property LineListModel lines
    required property LineListModel openings
    property string tone: "offline"
    property string iconName: "smartphone"
    property string stateText: ""
    /// Says the time of a receipt: "Mottaget 11:03".
    property bool timed: false
    property bool unfolded: false
    readonly property int total: group.lines.count + group.openings.count

    function fold() {
        group.unfolded = !group.unfolded;
    }

    Layout.fillWidth: true
    visible: group.total > 0
    spacing: Theme.space2

    SectionHeading {
        Layout.fillWidth: true
        text: group.title
        count: group.total
    }
    Card {
        flush: true

        Repeater {
            model: group.lines

            ChangeRow {
                tone: group.tone
                iconName: group.iconName
                stateText: group.stateText
                timed: group.timed
            }
        }
        ListRow {
            Layout.fillWidth: true
            visible: group.openings.count > 0
            divider: group.lines.count > 0
            iconName: group.unfolded ? "chevron-up" : "chevron-down"
            text: qsTr("%n öppningar av akter", "", group.openings.count)
            secondary: qsTr("Skrivs av sig själva när en akt läses")
            details: group.unfolded ? qsTr("utfälld") : qsTr("hopfälld")
            onActivated: group.fold()
        }
        Repeater {
            model: group.unfolded ? group.openings : null

            ChangeRow {
                tone: group.tone
                iconName: group.iconName
                stateText: group.stateText
                timed: group.timed
            }
        }
    }
}
