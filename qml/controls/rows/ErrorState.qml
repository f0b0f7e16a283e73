pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// Why this could not be shown, what is safe, and what to do.
EmptyState {
    title: qsTr("Det gick inte att visa det här")
    iconName: "circle-alert"
    actionText: qsTr("Försök igen")
}
