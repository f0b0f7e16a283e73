pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// A page of the handbook; also shown over the lock, since it knows nobody.
PageFrame {
    id: page

    required property HelpViewModel viewModel

    title: page.viewModel.title
    subtitle: page.viewModel.isIndex ? "" : qsTr("Handbok")
    onBack: page.viewModel.back()

    Banner {
        text: page.viewModel.problem
        tone: "danger"
        iconName: "circle-alert"
    }
    TextBlocks {
        lines: page.viewModel.blocks
    }
    LinkList {
        lines: page.viewModel.contents
        onOpened: key => page.viewModel.openPage(key)
    }
    SectionHeading {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space4
        visible: page.viewModel.related.count > 0
        text: qsTr("Läs också")
    }
    LinkList {
        lines: page.viewModel.related
        onOpened: key => page.viewModel.openPage(key)
    }
    LinkButton {
        visible: !page.viewModel.isIndex
        iconName: "list"
        text: qsTr("Alla sidor i handboken")
        onActivated: page.viewModel.openIndex()
    }

    Connections {
        target: page.viewModel
        function onPageChanged() {
            page.scrollToTop();
        }
    }
}
