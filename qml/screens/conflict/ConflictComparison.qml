pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// Two long texts: what both say once, what differs beside each other, or one below the other where it is narrow.
FillColumn {
    id: comparison

    required property ConflictViewModel viewModel
    required property bool beside

    spacing: Theme.space3

    GridLayout {
        Layout.fillWidth: true
        columns: comparison.beside ? 2 : 1
        columnSpacing: Theme.space4
        rowSpacing: Theme.space3

        Repeater {
            model: comparison.viewModel.versions

            ConflictCard {
                id: card

                Layout.fillHeight: true
                Layout.preferredWidth: 1
                showsText: false
                canWrite: comparison.viewModel.canWrite && !comparison.viewModel.isWriting
                onUsed: comparison.viewModel.use(card.version.key)
                onWritten: comparison.viewModel.write(card.version.key)
            }
        }
    }
    Card {
        Repeater {
            model: comparison.viewModel.rows

            FillColumn {
                id: row

                required property string kind
                required property string text
                required property string secondary
                readonly property bool differs: row.kind === "differs"

                Layout.fillWidth: true

                AppText {
                    Layout.fillWidth: true
                    visible: !row.differs
                    text: row.text
                }
                GridLayout {
                    Layout.fillWidth: true
                    visible: row.differs
                    columns: comparison.beside ? 2 : 1
                    columnSpacing: Theme.space4
                    rowSpacing: Theme.space2

                    ConflictPiece {
                        author: comparison.viewModel.firstAuthor
                        text: row.differs ? row.text : ""
                    }
                    ConflictPiece {
                        author: comparison.viewModel.secondAuthor
                        text: row.differs ? row.secondary : ""
                    }
                }
            }
        }
    }
}
