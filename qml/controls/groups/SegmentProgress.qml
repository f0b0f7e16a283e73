pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// How far one is: a segment for each question up to 20, else one bar. The present one is ringed. Beside it the page
/// says the same in words.
Item {
    id: progress

    required property int done
    required property int count
    /// Words for readers: "Fråga 5 av 10".
    required property string text
    readonly property bool segmented: progress.count <= 20
    readonly property real gap: progress.count > 12 ? 2 : 4

    Layout.fillWidth: true
    implicitWidth: 200
    implicitHeight: 8
    Accessible.role: Accessible.ProgressBar
    Accessible.name: progress.text
    Accessible.readOnly: true

    Repeater {
        model: progress.segmented ? progress.count : 0

        Rectangle {
            id: segment
            required property int index
            readonly property bool full: segment.index < progress.done
            readonly property bool present: segment.index === progress.done
            readonly property real part: (progress.width + progress.gap) / progress.count
            x: Math.round(segment.index * segment.part)
            width: Math.round((segment.index + 1) * segment.part) - x - progress.gap
            height: 8
            radius: 4
            color: segment.full ? Theme.primary : segment.present || Theme.contrast ? Theme.surface : Theme.divider
            border.width: segment.present || Theme.contrast ? 2 : 0
            border.color: segment.full || segment.present ? Theme.primary : Theme.outline
        }
    }
    Rectangle {
        visible: !progress.segmented
        width: parent.width
        height: 8
        radius: 4
        color: Theme.contrast ? Theme.surface : Theme.divider
        border.width: Theme.contrast ? 2 : 0
        border.color: Theme.outline

        Rectangle {
            width: parent.width * Math.min(1, progress.done / Math.max(1, progress.count))
            height: parent.height
            radius: 4
            color: Theme.primary
        }
    }
}
