pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Changes that are in the same state, under that state's name. Gone when there are none.
FillColumn {
    id: group

    required property string title
    required property LineListModel lines
    property string count: group.lines.count
    property string tone: "offline"
    property string iconName: "smartphone"
    property string stateText: ""
    /// Says the time of a receipt: "Mottaget 11:03".
    property bool timed: false

    Layout.fillWidth: true
    visible: group.lines.count > 0
    spacing: Theme.space2

    SectionHeading {
        Layout.fillWidth: true
        text: group.title
        count: group.count
    }
    Card {
        flush: true

        Repeater {
            model: group.lines

            FillColumn {
                id: line

                required property int index
                required property string text
                required property string secondary
                required property string trailing

                Layout.fillWidth: true
                spacing: 0

                Divider {
                    Layout.fillWidth: true
                    visible: line.index > 0
                }
                FillColumn {
                    Layout.fillWidth: true
                    Layout.margins: Theme.space3
                    spacing: 2

                    AppText {
                        Layout.fillWidth: true
                        text: line.text
                        role: "strong"
                    }
                    AppText {
                        Layout.fillWidth: true
                        text: line.secondary
                        role: "row"
                        muted: true
                    }
                    FlowRow {
                        Layout.fillWidth: true

                        Fact {
                            text: group.timed ? "" : line.trailing
                            iconName: "clock"
                        }
                        StateChip {
                            text: group.timed ? qsTr("Mottaget %1").arg(line.trailing) : group.stateText
                            tone: group.tone
                            iconName: group.iconName
                        }
                    }
                }
            }
        }
    }
}
