pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// The code from the office before the camera: what the camera sees, with the square that the code belongs in, and what to
/// do below it; on a phone on its side beside it.
Item {
    id: view

    required property CodeScanViewModel scan
    /// Of the page: the picture leaves room for what stands above it and below it.
    required property real pageHeight
    readonly property bool beside: view.scan.isOn && Theme.lowHeight(view.pageHeight)
    readonly property real edge: Math.min(view.width * (view.beside ? 0.5 : 1), Math.max(180, view.beside ? view.pageHeight - 100 : view.pageHeight * 0.6))
    readonly property real pictureEnd: view.scan.isOn ? view.edge + Theme.space3 : 0

    function takeFocus() {
        cancel.forceActiveFocus(Qt.OtherFocusReason);
    }

    implicitHeight: view.beside ? Math.max(view.edge, words.implicitHeight) : view.pictureEnd + words.implicitHeight

    Rectangle {
        x: view.beside ? 0 : (view.width - width) / 2
        width: view.edge
        height: view.edge
        visible: view.scan.isOn
        color: Theme.surfaceAlt
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Kamerans bild")

        Viewfinder {
            anchors.fill: parent
            scan: view.scan
        }
        // Dark beside light, so that the square is seen on any picture.
        Rectangle {
            anchors.fill: parent
            anchors.margins: parent.width * 0.1
            color: "transparent"
            radius: Theme.radiusControl
            border.width: 6
            border.color: Theme.text

            Rectangle {
                anchors.fill: parent
                anchors.margins: 2
                color: "transparent"
                radius: Theme.radiusControl - 2
                border.width: 2
                border.color: Theme.bg
            }
        }
    }
    FillColumn {
        id: words
        x: view.beside ? view.pictureEnd : 0
        y: view.beside ? 0 : view.pictureEnd
        width: view.width - x
        spacing: Theme.space3

        AppText {
            Layout.fillWidth: true
            text: view.scan.guide
            role: "heading"
        }
        Banner {
            text: view.scan.problem
            tone: "conflict"
            iconName: "info"
        }
        FlowRow {
            Layout.fillWidth: true
            stretch: true

            Button {
                id: cancel
                text: qsTr("Avbryt")
                onActivated: view.scan.close()
            }
            Button {
                visible: !view.scan.isOn
                kind: "primary"
                text: qsTr("Försök igen")
                onActivated: view.scan.start()
            }
        }
    }
}
