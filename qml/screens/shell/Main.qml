pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

Window {
    width: 390; height: 844; visible: true
    Icon { iconName: "phone"; anchors.centerIn: parent }
}
