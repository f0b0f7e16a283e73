pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels
import Faltakt.Screens

/// "Ge kontaktkort": first the worker's choice, where there is one to make, then the card alone, turned round to the person.
PageFrame {
    id: page

    required property ContactCardViewModel viewModel
    readonly property bool isCard: !page.viewModel.isLoading && !page.viewModel.isChoosing

    title: page.isCard ? qsTr("Här når du oss") : qsTr("Ge kontaktkort")
    backIcon: "x"
    backText: qsTr("Stäng")
    onBack: page.viewModel.close()
    onIsCardChanged: {
        page.scrollToTop();
        page.forceActiveFocus();
    }

    bar: [
        Button {
            visible: page.isCard
            kind: "quiet"
            text: qsTr("Välj ett annat")
            onActivated: page.viewModel.chooseAnew()
        },
        Button {
            visible: page.isCard
            kind: "primary"
            text: qsTr("Klar")
            onActivated: page.viewModel.close()
        }
    ]

    Banner {
        Layout.fillWidth: true
        tone: "danger"
        text: page.viewModel.problem
        actionText: qsTr("Stäng")
        onActivated: page.viewModel.dismissProblem()
    }
    Step {
        shown: page.isCard

        ContactCardView {
            viewModel: page.viewModel
        }
    }
    Step {
        shown: !page.viewModel.isLoading && page.viewModel.isChoosing

        ContactCardChoice {
            viewModel: page.viewModel
        }
    }
}
