pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// The places as a bar, as a folded bar and as a rail.
FillColumn {
    id: part

    property int place: 0

    spacing: Theme.space4

    SectionHeading {
        text: "NavBar, NavRail"
        level: "heading"
        Layout.fillWidth: true
    }
    ListModel {
        id: placesModel
        ListElement { text: "I dag"; iconName: "calendar-check"; badge: "" }
        ListElement { text: "Personer"; iconName: "folder-open"; badge: "" }
        ListElement { text: "Vägledning"; iconName: "book-open"; badge: "" }
        ListElement { text: "Mer"; iconName: "menu"; badge: "3" }
    }
    NavBar {
        Layout.fillWidth: true
        places: placesModel
        currentIndex: part.place
        currentText: "I dag"
        onChosen: index => part.place = index
    }
    RowLayout {
        spacing: Theme.space4

        NavBar {
            Layout.preferredWidth: 250
            Layout.alignment: Qt.AlignTop
            places: placesModel
            currentIndex: part.place
            currentText: "I dag"
            onChosen: index => part.place = index
        }
        NavRail {
            Layout.preferredHeight: 560
            Layout.preferredWidth: implicitWidth
            places: placesModel
            currentIndex: part.place
            onChosen: index => part.place = index

            IconButton {
                iconName: "eye-off"
                text: "Dölj namn"
            }
            Avatar {
                initials: "EL"
                accessibleName: "Profil, Elin Lund"
            }
        }
    }
}
