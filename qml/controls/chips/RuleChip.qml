pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// What kind of rule stands behind something, in words; not a control. RuleButton is the one to tap.
ChipFace {
    id: chip

    property string accessibleName: chip.text

    visible: chip.text !== ""
    Accessible.ignored: false
    Accessible.role: Accessible.StaticText
    Accessible.name: chip.accessibleName
}
