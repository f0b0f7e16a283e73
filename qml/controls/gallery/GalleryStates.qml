pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// Buttons and choices in each of their states. Hover and pressed are forced, so that a picture can show them.
FillColumn {
    id: part

    readonly property string longText: "Ansvarsförbindelse vid kontraktsvård"

    spacing: Theme.space4

    SectionHeading {
        text: "Button"
        level: "heading"
        Layout.fillWidth: true
    }
    Repeater {
        model: ["primary", "outline", "quiet", "danger"]

        FlowRow {
            id: kindRow
            required property string modelData
            Layout.fillWidth: true

            Button {
                kind: kindRow.modelData
                text: "Vila"
                iconName: "phone"
            }
            Button {
                kind: kindRow.modelData
                text: "Nedtryckt"
                down: true
            }
            Button {
                kind: kindRow.modelData
                text: "Av"
                enabled: false
            }
            Button {
                kind: kindRow.modelData
                text: "Spara i akten: Johan E."
                busyText: "Sparar …"
                busy: true
            }
            Button {
                kind: kindRow.modelData
                text: part.longText
                compact: true
            }
        }
    }
    SectionHeading {
        text: "IconButton, LinkButton, Avatar"
        level: "heading"
        Layout.fillWidth: true
    }
    FlowRow {
        Layout.fillWidth: true

        IconButton {
            iconName: "search"
            text: "Sök"
        }
        IconButton {
            iconName: "eye-off"
            text: "Dölj namn"
            marked: true
            description: "på"
        }
        IconButton {
            iconName: "phone"
            text: "Ring"
            filled: true
        }
        IconButton {
            iconName: "phone"
            text: "Ring"
            filled: true
            enabled: false
        }
        Avatar {
            initials: "EL"
            accessibleName: "Profil, Elin Lund"
        }
        LinkButton {
            iconName: "undo-2"
            text: "Ändra"
        }
        LinkButton {
            text: part.longText
            enabled: false
        }
    }
    SectionHeading {
        text: "OutcomeButton, AnswerButton"
        level: "heading"
        Layout.fillWidth: true
    }
    OutcomeButton {
        Layout.fillWidth: true
        iconName: "phone-call"
        text: "Fick kontakt"
    }
    OutcomeButton {
        Layout.fillWidth: true
        iconName: "phone-missed"
        text: "Inget svar"
        note: "Nytt försök bokas"
        chosen: true
    }
    OutcomeButton {
        Layout.fillWidth: true
        iconName: "user-x"
        text: part.longText
        enabled: false
    }
    AnswerBox {
        Layout.fillWidth: true
        text: "Cannabis"
        position: 1
        count: 2
        chosen: true
    }
    AnswerBox {
        Layout.fillWidth: true
        text: part.longText
        position: 2
        count: 2
    }
    ScaleTrack {
        label: "Oro"
        valueText: "3 av 4, förra gången 1"
        value: 3
        maximum: 4
        earlier: 1
    }
    AnswerButton {
        Layout.fillWidth: true
        text: "Aldrig"
        position: 1
        count: 3
    }
    AnswerButton {
        Layout.fillWidth: true
        text: "Mer sällan än en gång i månaden"
        position: 2
        count: 3
        digit: 2
        digitsShown: true
        chosen: true
    }
    AnswerButton {
        Layout.fillWidth: true
        text: part.longText
        position: 3
        count: 3
        large: true
        enabled: false
    }
    SectionHeading {
        text: "ChoiceChip, CheckChip, SwitchRow, CheckRow"
        level: "heading"
        Layout.fillWidth: true
    }
    FlowRow {
        Layout.fillWidth: true

        ChoiceChip {
            text: "Ja"
            chosen: true
        }
        ChoiceChip {
            text: "Nej, ring igen"
        }
        ChoiceChip {
            text: "Av"
            enabled: false
        }
        CheckChip {
            text: "Tog emot råd"
            chosen: true
        }
        CheckChip {
            text: part.longText
            iconName: "file-text"
        }
    }
    SwitchRow {
        Layout.fillWidth: true
        text: "Hög kontrast"
        note: "Syns bättre i sol"
        chosen: true
    }
    SwitchRow {
        Layout.fillWidth: true
        text: part.longText
    }
    CheckRow {
        Layout.fillWidth: true
        text: "Personen ser det annorlunda"
        chosen: true
    }
    CheckRow {
        Layout.fillWidth: true
        text: part.longText
        note: "Frivilligt"
    }
}
