pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// What one standard glass of three drinks is. One picture to readers, with the words of the form.
Item {
    id: glasses

    required property string text

    implicitHeight: visible ? row.implicitHeight : 0
    Accessible.role: Accessible.Graphic
    Accessible.name: glasses.text

    RowLayout {
        id: row
        width: parent.width
        spacing: Theme.space2

        GlassPicture {
            name: "beer"
            text: qsTr("33 cl starköl")
        }
        GlassPicture {
            name: "wine"
            text: qsTr("12–15 cl vin")
        }
        GlassPicture {
            name: "spirits"
            text: qsTr("4 cl sprit")
        }
    }
}
