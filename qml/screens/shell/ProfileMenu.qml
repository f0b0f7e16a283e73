pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The menu behind the worker's initials.
BottomSheet {
    id: menu

    required property AppViewModel app

    title: menu.app.workerName
    visible: menu.app.isMenuOpen
    onClosed: menu.app.closeMenu()

    ListRow {
        Layout.fillWidth: true
        iconName: "eye-off"
        text: qsTr("Dölj nu")
        secondary: qsTr("Låser och visar en sida som vem som helst får se")
        onActivated: menu.app.hideNow()
    }
    ListRow {
        Layout.fillWidth: true
        iconName: "lock"
        text: qsTr("Lås nu")
        onActivated: menu.app.lockNow()
    }
    ListRow {
        Layout.fillWidth: true
        iconName: "users"
        text: qsTr("Byt användare")
        onActivated: menu.app.switchWorker()
    }
    SwitchRow {
        Layout.fillWidth: true
        text: qsTr("Hög kontrast")
        note: qsTr("Lättare att läsa i sol")
        chosen: menu.app.look.isHighContrast
        onActivated: menu.app.look.toggleHighContrast()
    }
    ListRow {
        Layout.fillWidth: true
        iconName: "settings"
        text: qsTr("Inställningar")
        onActivated: menu.app.openSettings()
    }
    ListRow {
        Layout.fillWidth: true
        iconName: "circle-help"
        text: qsTr("Handbok")
        onActivated: menu.app.openHelpHere()
    }
}
