pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Screens
import Faltakt.ViewModels

/// The handbook over the lock.
HelpPage {
    id: page

    required property AppViewModel app

    viewModel: page.app.coverHelp
}
