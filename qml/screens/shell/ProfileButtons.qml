pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls
import Faltakt.ViewModels

/// Hide names, and the menu behind the worker's initials: in a row in the corner, in a column in the rail.
Grid {
    id: buttons

    required property AppViewModel app
    property bool upright: false
    property bool hasProfile: true

    columns: buttons.upright ? 1 : 2
    horizontalItemAlignment: Grid.AlignHCenter
    verticalItemAlignment: Grid.AlignVCenter

    IconButton {
        iconName: buttons.app.settings.namesHidden ? "eye-off" : "eye"
        marked: buttons.app.settings.namesHidden
        text: buttons.app.settings.namesHidden ? qsTr("Namn dolda") : qsTr("Dölj namn")
        description: buttons.app.settings.namesHidden ? qsTr("Visar namnen igen") : ""
        onActivated: buttons.app.toggleNames()
    }
    Avatar {
        visible: buttons.hasProfile
        initials: buttons.app.workerInitials
        accessibleName: qsTr("Profil, %1").arg(buttons.app.workerName)
        onActivated: buttons.app.openMenu()
    }
}
