pragma Singleton
import QtQuick

QtObject {
    readonly property color text: "#182225"
}
