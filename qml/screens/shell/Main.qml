pragma ComponentBehavior: Bound
import QtQuick
import Faltakt.Controls

Window {
    width: 390; height: 844; visible: true
    Button { text: "Ring"; iconName: "phone"; kind: "primary"; anchors.centerIn: parent }
}
