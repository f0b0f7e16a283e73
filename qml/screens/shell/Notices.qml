pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// What has to be known on every page, above all of them: training, a lock that is near, reading that has stopped, and
/// where one is after unlocking.
FillColumn {
    id: notices

    required property AppViewModel app
    readonly property bool isOpen: notices.app.cover === AppViewModel.None
    /// The device is in a person's hands, whom only the lock concerns.
    readonly property bool isSealed: notices.app.navigator.isSealed

    spacing: 0

    TrainingBar {
        Layout.fillWidth: true
        text: !notices.app.isTraining ? "" : Theme.bigText ? qsTr("Utbildning") : qsTr("Utbildning. Påhittade personer.")
    }
    Banner {
        Layout.margins: visible ? Theme.space2 : 0
        title: notices.isOpen && notices.app.autoLock.isAboutToLock ? qsTr("Låses om 30 sekunder") : ""
        iconName: "timer"
        actionText: notices.isSealed ? qsTr("Fortsätt") : qsTr("Fortsätt arbeta")
        onActivated: notices.app.autoLock.keepWorking()
    }
    Banner {
        Layout.margins: visible ? Theme.space2 : 0
        text: notices.isOpen && !notices.isSealed ? notices.app.access.text : ""
        tone: notices.app.access.tone
        iconName: "cloud-off"
        actionText: notices.app.access.actionText
        onActivated: notices.app.access.connectNow()
    }
    AppText {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space2
        Layout.leftMargin: Theme.space4
        Layout.rightMargin: Theme.space4
        text: notices.app.returnText
        role: "meta"
        muted: true
    }
}
