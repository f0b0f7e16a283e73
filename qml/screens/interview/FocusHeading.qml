import QtQuick
import Faltakt.Controls

/// What a page asks or says first. It takes the focus when it comes, so that a reader begins there; whoever goes to it by key
/// sees that she stands there.
AppText {
    id: title

    /// Shows the focus also when it came by itself.
    property bool ringAlways: false
    /// The focus came with the page, not by a key.
    property bool isHanded: false

    function takeFocus() {
        title.isHanded = true;
        title.forceActiveFocus(Qt.OtherFocusReason);
    }
    function noteFocus() {
        title.isHanded = title.isHanded && title.activeFocus;
    }

    heading: true
    activeFocusOnTab: true
    onActiveFocusChanged: title.noteFocus()
    Accessible.focusable: true

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.space1
        visible: title.activeFocus && (title.ringAlways || !title.isHanded)
        color: "transparent"
        radius: Theme.radiusChip
        border.width: Theme.penFocus
        border.color: Theme.focus
        Accessible.ignored: true
    }
}
