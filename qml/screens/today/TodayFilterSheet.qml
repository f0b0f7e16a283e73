pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// Which sort of task I dag shows. Danger stands there whatever is chosen.
BottomSheet {
    id: sheet

    required property TodayFilter filter

    title: qsTr("Visa i listan")
    visible: sheet.filter.isOpen
    onClosed: sheet.filter.close()

    RadioList {
        names: sheet.filter.names
        currentIndex: sheet.filter.currentIndex
        onChosen: index => sheet.filter.choose(index)
    }
    AppText {
        Layout.fillWidth: true
        text: qsTr("Det som går först visas alltid.")
        role: "meta"
        muted: true
    }
}
