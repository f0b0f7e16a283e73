pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.Screens
import Faltakt.ViewModels

/// The side column of a person's page on wide windows: next steps and how to reach the person.
Flickable {
    id: beside

    required property PersonViewModel viewModel

    contentWidth: width
    contentHeight: column.implicitHeight + Theme.space5
    boundsBehavior: Flickable.StopAtBounds
    clip: true

    FillColumn {
        id: column
        width: beside.width
        spacing: Theme.space3

        NextSteps {
            Layout.fillWidth: true
            viewModel: beside.viewModel
        }
        Card {
            Layout.fillWidth: true
            title: qsTr("Kontakt")
            visible: ways.count > 0

            Repeater {
                id: ways
                model: beside.viewModel.ways

                FillColumn {
                    id: way
                    required property string valueText
                    required property string iconName
                    required property string hours
                    required property string note
                    required property bool neverVoicemail

                    Layout.fillWidth: true
                    spacing: Theme.space1

                    Fact {
                        Layout.fillWidth: true
                        text: way.valueText
                        iconName: way.iconName
                    }
                    Fact {
                        Layout.fillWidth: true
                        visible: way.neverVoicemail
                        text: qsTr("Aldrig röstbrevlåda")
                        iconName: "ban"
                        strong: true
                    }
                    Fact {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: way.hours
                        iconName: "clock"
                    }
                    Fact {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: way.note
                        iconName: "info"
                    }
                }
            }
        }
    }
}
