pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// Where a matter stands in the work, and moving it.
PageFrame {
    id: page

    required property StageViewModel viewModel

    title: qsTr("Var ärendet är")
    subtitle: page.viewModel.personText
    onBack: page.viewModel.goBack()
    strip: [
        UndoRow {
            text: page.viewModel.undoRow.text
            onActivated: page.viewModel.undoRow.undo()
        },
        Banner {
            text: page.viewModel.undoRow.problem
        }
    ]
    bar: [
        Button {
            visible: page.viewModel.isMovable
            kind: "primary"
            text: qsTr("Spara")
            busy: page.viewModel.isWriting
            busyText: qsTr("Sparar …")
            onActivated: page.viewModel.save()
        }
    ]

    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: page.viewModel.problem
        actionText: qsTr("Stäng")
        onActivated: page.viewModel.dismissProblem()
    }
    Banner {
        Layout.fillWidth: true
        title: page.viewModel.statusTitle
        text: page.viewModel.statusText
        iconName: "folder-open"
    }
    SkeletonRow {
        visible: page.viewModel.isLoading
    }
    Step {
        shown: page.viewModel.isMovable

        FillColumn {
            Layout.fillWidth: true
            spacing: Theme.space4

            RadioList {
                Layout.fillWidth: true
                title: qsTr("Vart har ärendet gått?")
                names: page.viewModel.ways
                currentIndex: page.viewModel.wayIndex
                error: page.viewModel.wayProblem
                onChosen: index => page.viewModel.chooseWay(index)
            }
            LinkButton {
                visible: page.viewModel.asksForChildren
                iconName: "baby"
                text: qsTr("Öppna sidan Barn")
                onActivated: page.viewModel.openChildren()
            }
            ChipGroup {
                Layout.fillWidth: true
                title: qsTr("När beslutades det?")
                names: page.viewModel.dayNames
                currentIndex: page.viewModel.dayIndex
                error: page.viewModel.isOtherDay ? "" : page.viewModel.dayProblem
                onChosen: index => page.viewModel.chooseDay(index)
            }
            TextField {
                Layout.fillWidth: true
                visible: page.viewModel.isOtherDay
                label: qsTr("Datum")
                help: qsTr("Skriv som 2026-10-23 eller 23/10.")
                text: page.viewModel.otherDay
                error: page.viewModel.dayProblem
                onEdited: text => page.viewModel.setOtherDay(text)
            }
            TextArea {
                Layout.fillWidth: true
                visible: page.viewModel.wantsReason
                label: qsTr("Varför går ärendet tillbaka?")
                text: page.viewModel.reason
                error: page.viewModel.reasonProblem
                onEdited: text => page.viewModel.setReason(text)
            }
            AppText {
                Layout.fillWidth: true
                text: qsTr("Själva beslutet fattas och skrivs på kontoret. Här noteras bara var ärendet är.")
                role: "meta"
                muted: true
            }
        }
    }
    LinkButton {
        visible: !page.viewModel.isLoading
        iconName: "folder-open"
        text: page.viewModel.isMovable ? qsTr("Avsluta ärendet i stället") : qsTr("Öppna sidan för avslut")
        onActivated: page.viewModel.openClosing()
    }
}
