pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// Rows, chips and messages with invented people.
FillColumn {
    id: part

    readonly property string longText: "Ansvarsförbindelse vid kontraktsvård"

    spacing: Theme.space4

    StatusStrip {
        text: "Offline. 3 ändringar sparade här"
    }
    SectionHeading {
        Layout.fillWidth: true
        text: "Försenat"
        count: "1"
    }
    Card {
        flush: true

        AgendaRow {
            Layout.fillWidth: true
            iconName: "phone"
            text: "Johan E., 34 år"
            secondary: "Ring igen, försök 2 av 3"
            when: "I går"
            details: "Förval, inte lag"
            actionIcon: "phone"
            actionText: "Ring, Johan E., försök 2 av 3"
            position: 1
            count: 3

            RuleChip {
                text: "Förval, inte lag"
                tone: "default"
            }
        }
        AgendaRow {
            Layout.fillWidth: true
            divider: true
            iconName: "file-text"
            text: "Mira S., 19 år"
            secondary: "Besluta: utredning eller inte"
            when: "Senast i dag"
            details: "Lag, SoL 20:2"
            position: 2
            count: 3
            chosen: true

            RuleChip {
                text: "Lag: SoL 20:2"
                tone: "law"
            }
        }
        AgendaRow {
            Layout.fillWidth: true
            divider: true
            iconName: "notebook-pen"
            text: "Skyddad person"
            secondary: part.longText
            when: "I dag"
            position: 3
            count: 3

            StateChip {
                text: "Skyddad"
                tone: "protected"
            }
            RuleChip {
                text: "Riktlinje"
                tone: "guideline"
            }
            Fact {
                text: "Två personer"
                iconName: "users"
            }
        }
    }
    FlowRow {
        Layout.fillWidth: true

        StateChip {
            text: "Sparat här"
            tone: "offline"
            iconName: "smartphone"
        }
        StateChip {
            text: "Skickat, väntar på kvitto"
            tone: "offline"
            iconName: "send"
        }
        StateChip {
            text: "Mottaget 13:02"
            tone: "received"
        }
        StateChip {
            text: "Två versioner"
            tone: "conflict"
        }
        StateChip {
            text: "Utbildning"
            tone: "training"
        }
        StateChip {
            text: "Tolk: finska"
            tone: "plain"
            iconName: "languages"
        }
        RuleButton {
            text: "Lag: SoL 20:2"
            tone: "law"
            description: "Öppnar Varför?"
        }
    }
    Card {
        flush: true

        ListRow {
            Layout.fillWidth: true
            text: "Johan E., 34 år"
            secondary: "Uppföljning efter LOB"
            trailing: "i går"
            chosen: true
            position: 1
            count: 2
        }
        ListRow {
            Layout.fillWidth: true
            divider: true
            iconName: "user"
            text: part.longText
            secondary: part.longText
            trailing: "14:30"
            position: 2
            count: 2
        }
    }
    FillColumn {
        Layout.fillWidth: true
        spacing: 0

        TimelineEntry {
            Layout.fillWidth: true
            time: "13:07"
            iconName: "phone"
            text: "Samtal, försök 2"
            body: "Pågår"
            stateText: "Sparat här"
            stateTone: "offline"
            stateIcon: "smartphone"
        }
        TimelineEntry {
            Layout.fillWidth: true
            divider: true
            time: "09:15"
            iconName: "file-text"
            text: "LOB-rapport kom in"
            body: "Omhändertagen lördag 11 oktober 23:40. Släppt 05:10. Inga barn på plats. Polisen skriver att personen var lugn hela tiden och själv bad om att få prata med någon. Personen vill helst bli uppringd efter kl. 16 och aldrig på röstbrevlåda."
            stateText: "Mottaget"
            stateTone: "received"
        }
        TimelineEntry {
            Layout.fillWidth: true
            divider: true
            addendum: true
            time: "09:40"
            iconName: "pen-line"
            text: "Tillägg"
            body: "Skrivet av Elin Lund"
        }
    }
    PhoneRow {
        number: "070-174 06 05"
        note: "Aldrig röstbrevlåda"
        secondary: "Helst efter kl. 16"
    }
    AttemptDots {
        Layout.fillWidth: true
        done: 1
        count: 3
        text: "Försök 2 av 3"
        note: "Förra: tis 10:20, inget svar"
    }
    AdviceBox {
        text: "Fråga först vem du talar med och om det går att prata ostört. Säg inget om LOB innan dess."
    }
    Banner {
        tone: "conflict"
        title: "Två versioner av Telefonnummer"
        text: "Ni ändrade utan att se varandras ändring. Inget är borta."
        actionText: "Visa"
        secondaryText: "Senare"
    }
    Banner {
        tone: "danger"
        text: "Vid akut fara: ring 112"
        actionText: "Ring 112"
    }
    Banner {
        tone: "info"
        text: "Låses om 30 sekunder"
        iconName: "lock"
        actionText: "Fortsätt arbeta"
    }
    UndoRow {
        text: "Sparat. Nästa försök: torsdag 23 oktober 16:30"
    }
    LabelValue {
        Layout.fillWidth: true
        label: "Ansvarig"
        value: "Elin Lund"
    }
    TrainingBar {
        Layout.fillWidth: true
        text: "Utbildning. Påhittade personer."
    }
    SkeletonRow {}
    EmptyState {
        text: "Inget mer i dag. Nästa: måndag 20 oktober"
    }
    ErrorState {
        text: "Allt du sparat finns kvar på den här enheten."
    }
}
