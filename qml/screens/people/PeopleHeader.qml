pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Above the list: by what is to be done, in which order, and why there is nobody.
FillColumn {
    id: header

    required property PeopleViewModel viewModel
    /// No word of them is broken.
    readonly property int columns: header.width < 260 * Theme.textScale ? 1 : header.width < 370 * Theme.textScale ? 2 : 3

    spacing: Theme.space2

    GridLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space4
        Layout.rightMargin: Theme.space4
        columns: header.columns
        columnSpacing: Theme.space2

        SelectRow {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            title: qsTr("Vems")
            names: header.viewModel.whoseNames
            currentIndex: header.viewModel.whoseIndex
            onChosen: index => header.viewModel.chooseWhose(index)
        }
        SelectRow {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            title: qsTr("Status")
            names: header.viewModel.filterNames
            currentIndex: header.viewModel.filterIndex
            onChosen: index => header.viewModel.chooseFilter(index)
        }
        SelectRow {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            title: qsTr("Sortera")
            names: header.viewModel.orderNames
            currentIndex: header.viewModel.orderIndex
            onChosen: index => header.viewModel.chooseOrder(index)
        }
    }
    EmptyState {
        Layout.fillWidth: true
        visible: header.viewModel.emptyText !== ""
        text: header.viewModel.emptyText
        iconName: "search"
        actionText: qsTr("Ny person")
        onActivated: header.viewModel.openNewPerson()
    }
    SkeletonRow {
        Layout.fillWidth: true
        visible: header.viewModel.isLoading
    }
}
