pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Who works on this device. Each has a store of her own; choosing a name opens nothing.
BottomSheet {
    id: sheet

    required property AppViewModel app
    required property LockViewModel viewModel

    title: qsTr("Vem är du?")
    visible: sheet.viewModel.isChoosing
    onClosed: sheet.viewModel.stopChoosing()

    Repeater {
        model: sheet.viewModel.workers

        ListRow {
            id: row

            required property string modelData
            required property int index

            Layout.fillWidth: true
            iconName: "user"
            text: row.modelData
            chosen: row.index === sheet.viewModel.workerIndex
            position: row.index + 1
            count: sheet.viewModel.workers.length
            onActivated: sheet.viewModel.chooseWorker(row.index)
        }
    }
    Button {
        Layout.fillWidth: true
        iconName: "user-check"
        text: qsTr("Lägg till mig på den här enheten")
        onActivated: sheet.app.addWorker()
    }
}
