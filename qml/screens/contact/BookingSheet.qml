pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// Books the next contact: day, time, Boka.
BottomSheet {
    id: sheet

    required property BookingViewModel booking
    readonly property bool wanted: sheet.booking.isOpen

    title: qsTr("Nästa kontakt")
    onWantedChanged: sheet.follow()
    onClosed: sheet.booking.close()

    function follow() {
        if (sheet.wanted)
            sheet.open();
        else
            sheet.close();
    }

    MomentFields {
        picker: sheet.booking.moment
    }
    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: sheet.booking.problem
    }
    Button {
        Layout.fillWidth: true
        text: qsTr("Boka")
        kind: "primary"
        onActivated: sheet.booking.book()
    }
}
