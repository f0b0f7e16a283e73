pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// All steps of the guided talk, to go to any of them.
BottomSheet {
    id: sheet

    required property GuidedTalkViewModel guide

    title: qsTr("Stegen i samtalet")

    function pick(index: int) {
        sheet.close();
        sheet.guide.goTo(index);
    }

    Repeater {
        model: sheet.guide.titles

        ListRow {
            id: row

            required property string modelData
            required property int index

            Layout.fillWidth: true
            text: row.modelData
            chosen: row.index === sheet.guide.index
            divider: row.index > 0
            position: row.index + 1
            count: sheet.guide.count
            onActivated: sheet.pick(row.index)
        }
    }
}
