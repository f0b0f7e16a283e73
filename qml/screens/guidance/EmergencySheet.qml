pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// Whom to ring when it is urgent. Lies over everything, also over the lock.
Item {
    id: host

    required property EmergencyViewModel viewModel

    BottomSheet {
        title: qsTr("Akut")
        visible: host.viewModel.isOpen
        onClosed: host.viewModel.close()

        Banner {
            text: host.viewModel.problem
            tone: "danger"
            iconName: "phone-off"
        }
        Repeater {
            model: host.viewModel.contacts

            EmergencyContact {
                viewModel: host.viewModel
            }
        }
    }
}
