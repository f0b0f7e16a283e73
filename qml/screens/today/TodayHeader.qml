pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Above the rows: the way into the call list, or what the list is narrowed to, or why nothing stands here and what comes.
FillColumn {
    id: header

    required property TodayViewModel viewModel

    spacing: Theme.space2

    Card {
        Layout.fillWidth: true
        flush: true
        visible: header.viewModel.callListText !== "" && !header.viewModel.filter.isOn

        ListRow {
            Layout.fillWidth: true
            iconName: "phone-outgoing"
            text: header.viewModel.callListText
            secondary: qsTr("Dagens samtal i arbetsordning")
            onActivated: header.viewModel.openCallList()
        }
    }
    FlowRow {
        Layout.fillWidth: true
        visible: header.viewModel.filter.isOn

        AppText {
            text: header.viewModel.filter.text
            role: "strong"
        }
        LinkButton {
            iconName: "x"
            text: qsTr("Visa allt")
            onActivated: header.viewModel.filter.showAll()
        }
    }
    EmptyState {
        Layout.fillWidth: true
        visible: header.viewModel.filter.emptyText !== ""
        text: header.viewModel.filter.emptyText
    }
    FlowRow {
        Layout.fillWidth: true
        visible: !header.viewModel.isLoading && !header.viewModel.filter.isOn

        LinkButton {
            iconName: "users"
            text: qsTr("Träffat i dag")
            onActivated: header.viewModel.openMetToday()
        }
        LinkButton {
            iconName: "map-pin"
            text: qsTr("Besöksplan")
            onActivated: header.viewModel.openVisits()
        }
        LinkButton {
            iconName: "moon"
            text: qsTr("Avsluta dagen")
            onActivated: header.viewModel.openDayEnd()
        }
    }
    EmptyState {
        Layout.fillWidth: true
        visible: header.viewModel.emptyText !== ""
        text: header.viewModel.emptyText
    }
    SkeletonRow {
        Layout.fillWidth: true
        visible: header.viewModel.isLoading
    }
}
