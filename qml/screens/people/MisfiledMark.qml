pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// On the page of a record: that it stands in the wrong file, or stood in another one, and the way on from there.
FillColumn {
    id: mark

    required property MisfiledViewModel misfiled
    readonly property bool isSomething: misfiled.sealText !== "" || misfiled.hasLate || misfiled.parentText !== "" || misfiled.originText !== ""

    Layout.fillWidth: true
    spacing: Theme.space4
    visible: mark.isSomething

    Banner {
        Layout.fillWidth: true
        title: mark.misfiled.sealText
        text: mark.misfiled.sealText === "" ? "" : qsTr("Det som stod här gäller inte den här personen och visas inte i akten.")
        iconName: "lock"
    }
    Button {
        Layout.fillWidth: true
        visible: mark.misfiled.hasLate
        kind: "outline"
        iconName: "arrow-right"
        text: qsTr("Flytta det som kom till efteråt")
        onActivated: mark.misfiled.open()
    }
    Fact {
        Layout.fillWidth: true
        visible: text !== ""
        text: mark.misfiled.goesWithText
        iconName: "info"
    }
    LinkButton {
        visible: mark.misfiled.parentText !== ""
        iconName: "notebook-pen"
        text: mark.misfiled.parentText
        onActivated: mark.misfiled.openParent()
    }
    Fact {
        Layout.fillWidth: true
        visible: text !== ""
        text: mark.misfiled.originText
        iconName: "arrow-right"
    }
}
