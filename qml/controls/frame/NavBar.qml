pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// The places of the app along the bottom of a phone, with the main act in their middle. `places` is a model with the
/// roles iconName, text and badge. As soon as the widest word no longer fits its slot, the bar becomes two buttons and
/// the places a list.
Rectangle {
    id: bar

    property alias places: sizes.model
    property int currentIndex: 0
    property string mainText: qsTr("Nytt")
    property string mainIcon: "plus"
    property string currentText: ""
    readonly property real slot: bar.width / (sizes.count + 1)
    readonly property string menuText: bar.currentText === "" ? qsTr("Meny") : qsTr("Meny: %1").arg(bar.currentText)
    /// Both buttons in one row leave room for the words of the place.
    readonly property bool namesPlace: menuMeasure.implicitWidth + Theme.scaled(22) + 2 * Theme.space6 + foldedMain.implicitWidth <= foldedRow.width
    readonly property bool folded: sizeColumn.implicitWidth > bar.slot - 8

    signal chosen(int index)
    signal mainActivated

    function take(index: int) {
        menu.close();
        bar.chosen(index);
    }

    implicitWidth: 390
    implicitHeight: bar.folded ? foldedRow.implicitHeight + 2 * Theme.space2 : Math.max(80, mainButton.implicitHeight + 2 * Theme.space2)
    color: Theme.surface
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Platser")

    /// Measures the words, whatever is shown.
    Column {
        id: sizeColumn
        visible: false

        Repeater {
            id: sizes

            AppText {
                required text
                role: "nav"
                ignored: true
            }
        }
    }
    AppText {
        id: menuMeasure
        visible: false
        text: bar.menuText
        role: "strong"
        ignored: true
    }
    Divider {
        width: parent.width
        height: implicitHeight
    }
    Repeater {
        model: bar.folded ? null : sizes.model

        NavButton {
            required text
            required badge
            required property int index
            x: (index + (index < sizes.count / 2 ? 0 : 1)) * bar.slot
            width: bar.slot
            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
            chosen: index === bar.currentIndex
            onActivated: bar.chosen(index)
        }
    }
    MainButton {
        id: mainButton
        visible: !bar.folded
        anchors.centerIn: parent
        iconName: bar.mainIcon
        text: bar.mainText
        onActivated: bar.mainActivated()
    }
    FlowRow {
        id: foldedRow
        visible: bar.folded
        x: Theme.space4
        y: Theme.space2
        width: parent.width - 2 * Theme.space4
        stretch: true

        Button {
            iconName: "menu"
            text: bar.namesPlace ? bar.menuText : qsTr("Meny")
            accessibleName: bar.menuText
            onActivated: menu.open()
        }
        Button {
            id: foldedMain
            kind: "primary"
            iconName: bar.mainIcon
            text: bar.mainText
            onActivated: bar.mainActivated()
        }
    }
    SidePanel {
        id: menu
        title: qsTr("Meny")

        Repeater {
            model: sizes.model

            ListRow {
                required text
                required iconName
                required property string badge
                required property int index
                Layout.fillWidth: true
                trailing: badge
                chosen: index === bar.currentIndex
                position: index + 1
                count: sizes.count
                onActivated: bar.take(index)
            }
        }
    }
}
