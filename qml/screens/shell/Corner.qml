pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls
import Faltakt.ViewModels

/// What lies in the same corner of every page: Akut always; hiding names and the profile where no rail has them and there
/// is room beside a title.
FocusScope {
    id: corner

    required property AppViewModel app
    required property bool hasNames
    required property bool hasProfile

    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight

    // What scrolls below it at big text stays apart from its words.
    Rectangle {
        anchors.fill: parent
        color: Theme.bg
        radius: Theme.radiusControl
        Accessible.ignored: true
    }
    Row {
        id: row
        spacing: 0

        Button {
            kind: "quiet"
            compact: true
            iconName: "siren"
            text: qsTr("Akut")
            accessibleName: qsTr("Akut, nummer att ringa")
            focus: true
            onActivated: corner.app.openEmergency()
        }
        ProfileButtons {
            app: corner.app
            visible: corner.hasNames
            hasProfile: corner.hasProfile
        }
    }
}
