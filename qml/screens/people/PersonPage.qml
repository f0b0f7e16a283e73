pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// One person's file. One list scrolls it all: what stands above the tabs, the tabs, and what the chosen tab shows; from
/// 824 px the next steps and the numbers stand beside it.
PageFrame {
    id: page

    required property PersonViewModel viewModel
    readonly property bool besides: page.width >= 824

    title: page.viewModel.title
    subtitle: page.viewModel.subtitle
    onBack: page.viewModel.goBack()
    // Stays in sight wherever in the file the act was done.
    strip: [
        UndoRow {
            text: page.viewModel.undoRow.text
            onActivated: page.viewModel.undoRow.undo()
        },
        Banner {
            text: page.viewModel.undoRow.problem
        }
    ]
    bodyList: page.besides || page.viewModel.gate.isShut ? null : content
    body: [
        PersonBody {
            id: content
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            width: parent.width - (page.besides ? 296 + Theme.space5 + page.sideMargin : 0)
            viewModel: page.viewModel
            pageMargin: page.sideMargin
            besides: page.besides
        },
        // What is not always there is made when it is; a Loader cannot make what is bound to this page.
        Repeater {
            model: page.besides ? 1 : 0

            PersonBeside {
                // By itself, not by anchors: on its way out, when the window becomes narrow, it has no parent any more.
                readonly property Item room: parent
                x: (room ? room.width : width) - width - page.sideMargin
                height: room ? room.height : 0
                width: 296
                viewModel: page.viewModel
            }
        }
    ]
    bar: [
        Button {
            visible: page.viewModel.isClosed
            kind: "primary"
            iconName: "folder-open"
            text: qsTr("Öppna igen")
            onActivated: page.viewModel.openClosing()
        },
        Button {
            visible: !page.viewModel.isClosed
            iconName: "notebook-pen"
            text: qsTr("Notera")
            onActivated: page.viewModel.note()
        },
        Button {
            visible: !page.viewModel.isClosed
            kind: "primary"
            iconName: "phone"
            text: page.viewModel.callText
            onActivated: page.viewModel.call()
        }
    ]

    WhySheet {
        why: page.viewModel.why
    }
    TaskSheet {
        task: page.viewModel.task
    }
    BookingSheet {
        booking: page.viewModel.booking
    }
    ContactWaySheet {
        way: page.viewModel.way
    }
    PersonFieldSheet {
        field: page.viewModel.field
    }
    PersonEntrySheet {
        entry: page.viewModel.entries.entry
    }
    MergeSheet {
        merge: page.viewModel.merge
    }
    RelatedSheet {
        related: page.viewModel.entries.related
    }
    OlderRecordsSheet {
        older: page.viewModel.older
    }
    AttachSheet {
        attach: page.viewModel.attach
    }
}
