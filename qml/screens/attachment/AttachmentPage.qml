pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// One photo of a person's file over the whole window: larger and smaller by buttons, by two fingers, and moved by dragging.
PageFrame {
    id: page

    required property AttachmentViewModel viewModel
    /// 1: all of it in sight.
    property real zoom: 1
    /// When two fingers were put on it.
    property real zoomBefore: 1

    function setZoom(zoom: real) {
        page.zoom = Math.min(6, Math.max(1, zoom));
    }

    title: page.viewModel.title
    subtitle: page.viewModel.who
    onBack: page.viewModel.goBack()
    strip: [
        Banner {
            Layout.fillWidth: true
            tone: "danger"
            text: page.viewModel.problem
        },
        FlowRow {
            Layout.fillWidth: true

            AppText {
                text: page.viewModel.when
                role: "meta"
                muted: true
            }
            StateChip {
                text: page.viewModel.stateText
                tone: page.viewModel.stateTone
                iconName: page.viewModel.stateIcon
            }
        },
        UndoRow {
            text: page.viewModel.undoRow.text
            onActivated: page.viewModel.undoRow.undo()
        },
        Banner {
            text: page.viewModel.undoRow.problem
        }
    ]
    body: [
        Flickable {
            id: view

            readonly property real fitWidth: Math.min(view.width, view.height * page.viewModel.shape)

            anchors.fill: parent
            visible: page.viewModel.hasPicture
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            contentWidth: Math.max(view.width, picture.width)
            contentHeight: Math.max(view.height, picture.height)

            AttachmentPicture {
                id: picture
                attachment: page.viewModel
                width: view.fitWidth * page.zoom
                height: width / page.viewModel.shape
                x: (view.contentWidth - width) / 2
                y: (view.contentHeight - height) / 2

                Accessible.role: Accessible.Graphic
                Accessible.name: page.viewModel.title
            }
            PinchHandler {
                target: null
                onActiveChanged: page.zoomBefore = page.zoom
                onActiveScaleChanged: page.setZoom(page.zoomBefore * activeScale)
            }
        },
        EmptyState {
            width: parent.width
            visible: text !== ""
            text: page.viewModel.absentText
            iconName: "image"
        }
    ]
    bar: [
        Button {
            visible: page.viewModel.hasPicture
            enabled: page.zoom < 6
            iconName: "plus"
            text: qsTr("Större")
            onActivated: page.setZoom(page.zoom * 1.5)
        },
        Button {
            visible: page.viewModel.hasPicture
            enabled: page.zoom > 1
            iconName: "minus"
            text: qsTr("Mindre")
            onActivated: page.setZoom(page.zoom / 1.5)
        },
        Button {
            visible: page.viewModel.canRemove
            iconName: "trash-2"
            text: qsTr("Ta bort")
            onActivated: page.viewModel.remove()
        },
        Button {
            visible: page.viewModel.canFetch
            kind: "primary"
            iconName: "download"
            text: qsTr("Hämta")
            onActivated: page.viewModel.fetch()
        }
    ]
}
