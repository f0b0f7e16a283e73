pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// Fields, groups, sheets, progress and plots.
FillColumn {
    id: part

    readonly property string longText: "Ansvarsförbindelse vid kontraktsvård"
    property int day: 1
    property int tab: 0
    property int typed: 3

    spacing: Theme.space4

    SearchField {
        label: "Sök namn eller nummer"
        countText: "12 personer"
    }
    TextField {
        label: "Telefonnummer"
        text: "070-174 06 05"
        help: "Siffror räcker"
    }
    TextField {
        label: part.longText
        text: "20251340-0000"
        error: "Kontrollsiffran stämmer inte. Läs siffrorna en gång till."
    }
    NumberField {
        label: "Minuter"
        unit: "min"
        text: "15"
        optional: true
    }
    TextField {
        label: "Låst fält"
        text: "Signerat"
        enabled: false
        help: "Anteckningen är signerad. Gör ett tillägg."
    }
    TextArea {
        label: "Vad hände?"
        text: "Ringde. Pratade i tio minuter."
    }
    SecretField {
        label: "PIN-kod eller lösenfras"
        count: part.typed
        error: "Fel kod. 7 försök kvar."
    }
    SecretDots {
        count: part.typed
        total: 6
    }
    Keypad {}
    Tabs {
        names: ["Tidslinje", "Person", "Planer", "Resultat"]
        currentIndex: part.tab
        onChosen: index => part.tab = index
    }
    ChipGroup {
        title: "När?"
        names: ["I dag", "I morgon", "fredag 17 oktober", "Annat datum"]
        currentIndex: part.day
        onChosen: index => part.day = index
        note: "Vardagar"
    }
    RadioList {
        title: "Hur ofta?"
        names: ["Aldrig", "Varje månad", part.longText]
        currentIndex: part.day
        onChosen: index => part.day = index
        error: "Välj ett svar eller Vet inte."
    }
    SelectRow {
        title: "Visa"
        names: ["Mina", "Alla i gruppen"]
        currentIndex: 0
    }
    FlowRow {
        Layout.fillWidth: true

        Button {
            text: "Öppna ark"
            onActivated: sheet.open()
        }
        Button {
            text: "Öppna panel"
            onActivated: panel.open()
        }
    }
    BottomSheet {
        id: sheet
        title: "Nytt"

        OutcomeButton {
            Layout.fillWidth: true
            iconName: "phone"
            text: "Kontakt"
        }
        OutcomeButton {
            Layout.fillWidth: true
            iconName: "clipboard-list"
            text: "Frågor"
        }
        actions: [
            Button {
                text: "Akut"
                kind: "danger"
                iconName: "siren"
            }
        ]
    }
    SidePanel {
        id: panel
        title: "Meny"

        AppText {
            Layout.fillWidth: true
            text: part.longText
        }
    }
    SegmentProgress {
        done: 4
        count: 10
        text: "Fråga 5 av 10"
    }
    SegmentProgress {
        done: 24
        count: 50
        text: "Fråga 25 av 50"
    }
    ListModel {
        id: zoneModel
        ListElement { from: 0; to: 7; numeral: "I" }
        ListElement { from: 8; to: 15; numeral: "II" }
        ListElement { from: 16; to: 19; numeral: "III" }
        ListElement { from: 20; to: 40; numeral: "IV" }
    }
    ListModel {
        id: pointModel
        ListElement { value: 22; valueText: "22"; when: "mars 2025"; shape: "circle" }
        ListElement { value: 11; valueText: "11"; when: "juni 2025"; shape: "circle" }
        ListElement { value: 8; valueText: "8"; when: "okt 2025"; shape: "square" }
    }
    ScoreBar {
        value: 8
        valueText: "8 av 40 poäng"
        summary: "8 av 40 poäng, zon II"
        zones: zoneModel
    }
    ScorePlot {
        title: "AUDIT över tid"
        summary: "Från 22 poäng i mars 2025 till 8 poäng i oktober 2025"
        zones: zoneModel
        points: pointModel
    }
}
