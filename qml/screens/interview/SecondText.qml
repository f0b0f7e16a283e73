pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// The same words in the person's language, under those of the worker's; from right to left where it is written so.
AppText {
    id: second

    property bool rightToLeft: false

    muted: true
    horizontalAlignment: second.rightToLeft ? Text.AlignRight : Text.AlignLeft
}
