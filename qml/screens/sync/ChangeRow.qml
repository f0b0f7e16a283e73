pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// One change in the list of its state: what, about whom, when.
FillColumn {
    id: line

    required property int index
    required property string text
    required property string secondary
    required property string trailing
    property string tone: "offline"
    property string iconName: "smartphone"
    property string stateText: ""
    /// Says the time of a receipt: "Mottaget 11:03".
    property bool timed: false

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
                text: line.timed ? "" : line.trailing
                iconName: "clock"
            }
            StateChip {
                text: line.timed ? qsTr("Mottaget %1").arg(line.trailing) : line.stateText
                tone: line.tone
                iconName: line.iconName
            }
        }
    }
}
