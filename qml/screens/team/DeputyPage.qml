pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// Who stands in for the worker, in one case or in all of them, and on which days.
PageFrame {
    id: page

    required property DeputyViewModel viewModel

    title: qsTr("Ersättare")
    subtitle: page.viewModel.aboutText
    onBack: page.viewModel.goBack()

    Banner {
        Layout.fillWidth: true
        text: page.viewModel.problem
        tone: "danger"
    }
    UndoRow {
        text: page.viewModel.undoing.text
        onActivated: page.viewModel.undoing.undo()
    }
    Banner {
        Layout.fillWidth: true
        text: page.viewModel.undoing.problem
        tone: "danger"
    }
    Banner {
        Layout.fillWidth: true
        title: qsTr("Första till sista dagen, av sig självt")
        text: qsTr("Ersättaren får akten från den första dagen och blir av med den efter den sista. Den som öppnar akten anger varför.")
        iconName: "users"
    }
    AppText {
        Layout.fillWidth: true
        visible: text !== ""
        text: page.viewModel.scopeText
    }
    EmptyState {
        Layout.fillWidth: true
        visible: text !== ""
        iconName: "users"
        text: page.viewModel.emptyText
    }
    Card {
        Layout.fillWidth: true
        visible: named.count > 0

        SectionHeading {
            Layout.fillWidth: true
            text: qsTr("Utsedda")
        }
        Repeater {
            id: named
            model: page.viewModel.lines

            FillColumn {
                id: line

                required property int index
                required property string kind
                required property string text
                required property string secondary

                Layout.fillWidth: true

                LabelValue {
                    Layout.fillWidth: true
                    label: line.text
                    value: line.secondary
                }
                LinkButton {
                    visible: line.kind === "ending"
                    iconName: "x"
                    text: qsTr("Avsluta %1").arg(line.text)
                    onActivated: page.viewModel.end(line.index)
                }
            }
        }
    }
    Step {
        shown: page.viewModel.canName

        DeputyFields {
            Layout.fillWidth: true
            viewModel: page.viewModel
        }
    }
    bar: [
        Button {
            visible: page.viewModel.canName
            kind: "primary"
            text: qsTr("Utse")
            busy: page.viewModel.isWriting
            busyText: qsTr("Sparar …")
            onActivated: page.viewModel.name()
        }
    ]
}
