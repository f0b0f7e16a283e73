pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// The state of what was written (saved here, sent, received, in two versions) or of a person's data (protected).
ChipFace {
    id: chip

    property string accessibleName: chip.text

    visible: chip.text !== ""
    Accessible.ignored: false
    Accessible.role: Accessible.StaticText
    Accessible.name: chip.accessibleName
}
