pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

/// A line that wants digits; what is allowed is the caller's to say, under the field.
TextField {
    inputHints: Qt.ImhDigitsOnly
}
