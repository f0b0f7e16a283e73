pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// Two versions of one field, side by side where there is room.
PageFrame {
    id: page

    required property ConflictViewModel viewModel
    readonly property bool beside: page.width >= 760 * Theme.textScale
    property bool beforeOpen: false

    function toggleBefore() {
        page.beforeOpen = !page.beforeOpen;
    }

    title: qsTr("Två versioner")
    subtitle: page.viewModel.fieldName === "" ? "" : qsTr("%1. %2").arg(page.viewModel.fieldName).arg(page.viewModel.person)
    contentWidth: page.beside ? 1100 : Theme.maxText
    onBack: page.viewModel.later()
    actions: IconButton {
        iconName: "circle-help"
        text: qsTr("Hjälp")
        onActivated: page.viewModel.openHelp()
    }

    Banner {
        text: page.viewModel.problem
        tone: "danger"
        iconName: "circle-alert"
    }
    UndoRow {
        text: page.viewModel.doneText
        onActivated: page.viewModel.undo()
    }
    Banner {
        text: page.viewModel.isCovered ? qsTr("Skyddad person. Ange lösenfrasen för att se versionerna. Öppningen loggas.") : ""
        tone: "protected"
        actionText: qsTr("Visa versionerna")
        onActivated: page.viewModel.uncover()
    }
    Card {
        visible: page.viewModel.isVeiled
        title: qsTr("Innehållet är dolt")

        AppText {
            Layout.fillWidth: true
            text: qsTr("Se till att ingen annan ser skärmen.")
        }
        Button {
            Layout.fillWidth: true
            iconName: "eye"
            text: qsTr("Visa innehållet")
            onActivated: page.viewModel.reveal()
        }
    }
    AppText {
        Layout.fillWidth: true
        visible: page.viewModel.isStanding
        text: page.viewModel.explanation
    }
    FillColumn {
        Layout.fillWidth: true
        visible: page.viewModel.isStanding && page.viewModel.before !== ""
        spacing: 2

        AppText {
            id: beforeText
            Layout.fillWidth: true
            text: qsTr("Före: %1").arg(page.viewModel.before)
            muted: true
            maximumLineCount: page.beforeOpen ? 1000 : 3
            elide: Text.ElideRight
        }
        LinkButton {
            visible: beforeText.truncated || page.beforeOpen
            text: page.beforeOpen ? qsTr("Visa mindre") : qsTr("Visa allt")
            onActivated: page.toggleBefore()
        }
    }
    ConflictComparison {
        Layout.fillWidth: true
        visible: page.viewModel.isCompared
        viewModel: page.viewModel
        beside: page.beside
    }
    GridLayout {
        Layout.fillWidth: true
        visible: page.viewModel.isStanding && !page.viewModel.isCompared
        columns: page.beside ? 2 : 1
        columnSpacing: Theme.space4
        rowSpacing: Theme.space3

        Repeater {
            model: page.viewModel.isCompared ? null : page.viewModel.versions

            ConflictCard {
                id: card

                Layout.fillHeight: true
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: 1
                canWrite: page.viewModel.canWrite && !page.viewModel.isWriting
                onUsed: page.viewModel.use(card.version.key)
                onWritten: page.viewModel.write(card.version.key)
            }
        }
    }
    Button {
        kind: "outline"
        visible: page.viewModel.canKeepBoth && !page.viewModel.isWriting
        text: qsTr("Behåll båda")
        iconName: "git-merge"
        onActivated: page.viewModel.keepBoth()
    }
    TextArea {
        Layout.fillWidth: true
        visible: page.viewModel.isWriting
        label: qsTr("Ny text")
        help: page.viewModel.writingHelp
        text: page.viewModel.written
        onEdited: text => page.viewModel.edit(text)
    }
    FlowRow {
        Layout.fillWidth: true
        visible: page.viewModel.isWriting

        Button {
            text: qsTr("Spara")
            onActivated: page.viewModel.saveWritten()
        }
        Button {
            kind: "quiet"
            text: qsTr("Sluta skriva")
            onActivated: page.viewModel.stopWriting()
        }
    }
    Button {
        kind: "quiet"
        visible: page.viewModel.isStanding
        text: qsTr("Senare")
        onActivated: page.viewModel.later()
    }
    AppText {
        Layout.fillWidth: true
        visible: !page.viewModel.isStanding && !page.viewModel.isCovered && !page.viewModel.isVeiled && !page.viewModel.isLoading
        text: page.viewModel.standing === "" ? qsTr("Det finns inte längre två versioner.") : qsTr("Nu gäller: %1").arg(page.viewModel.standing)
    }

    ConfirmPassphraseSheet {
        confirm: page.viewModel.confirm
    }
}
