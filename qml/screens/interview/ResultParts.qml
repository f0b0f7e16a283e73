pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls
import Faltakt.ViewModels

/// What a result has besides one score: the profile of its ratings, further scores and criteria.
FillColumn {
    id: parts

    required property ResultContent result

    spacing: Theme.space3

    Card {
        visible: parts.result.profile.count > 0
        title: qsTr("Profil")

        AppText {
            Layout.fillWidth: true
            text: parts.result.earlierText
            role: "row"
            muted: true
        }
        Repeater {
            model: parts.result.profile

            FillColumn {
                id: point

                required property int index
                required property string area
                required property string title
                required property int value
                required property int maximum
                required property int earlier
                required property string valueText

                Layout.fillWidth: true
                spacing: Theme.space2

                Divider {
                    Layout.fillWidth: true
                    visible: point.area !== "" && point.index > 0
                }
                AppText {
                    Layout.fillWidth: true
                    text: point.area
                    role: "strong"
                    heading: true
                }
                ScaleTrack {
                    label: point.title
                    value: point.value
                    maximum: point.maximum
                    earlier: point.earlier
                    valueText: point.valueText
                }
            }
        }
    }
    Card {
        visible: parts.result.parts.count > 0 || parts.result.hasComposites
        title: qsTr("Delresultat")

        Repeater {
            model: parts.result.parts

            FillColumn {
                id: part

                required property string title
                required property string value
                required property string detail

                Layout.fillWidth: true
                spacing: 0

                LabelValue {
                    Layout.fillWidth: true
                    label: part.title
                    value: part.value
                }
                AppText {
                    Layout.fillWidth: true
                    text: part.detail
                    role: "row"
                    muted: true
                }
            }
        }
        SwitchRow {
            Layout.fillWidth: true
            visible: parts.result.hasComposites
            text: qsTr("Visa sammanvägda mått")
            note: qsTr("US ASI-5-formel. Inte prövad för den svenska intervjun.")
            chosen: parts.result.showsComposites
            onActivated: parts.result.toggleComposites()
        }
    }
}
