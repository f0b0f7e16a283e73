pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Faltakt.Controls

/// Every control in every state, in all four schemes and all text sizes. Opened by "faltakt --gallery".
PageFrame {
    id: gallery

    /// 0 all, 1 states, 2 rows, 3 fields, 4 navigation; for pictures of one part.
    property int part: 0

    title: "Kontroller"
    subtitle: "Alla delar i alla lägen"
    big: true
    showBack: false
    actions: [
        IconButton {
            iconName: "circle-help"
            text: "Hjälp"
        }
    ]
    bar: [
        Button {
            compact: true
            kind: "quiet"
            iconName: "pen-line"
            text: "Notera"
        },
        Button {
            compact: true
            kind: "primary"
            text: "Avsluta och spara"
        }
    ]

    ChipGroup {
        title: "Utseende"
        names: ["Ljust", "Mörkt", "Hög kontrast, ljus", "Hög kontrast, mörk"]
        currentIndex: Theme.scheme
        onChosen: index => Theme.scheme = index
    }
    ChipGroup {
        title: "Textstorlek"
        names: ["100 %", "125 %", "150 %", "200 %"]
        currentIndex: Theme.textScale < 1.1 ? 0 : Theme.textScale < 1.4 ? 1 : Theme.textScale < 1.9 ? 2 : 3
        onChosen: index => Theme.textScale = [1, 1.25, 1.5, 2][index]
    }
    SwitchRow {
        Layout.fillWidth: true
        text: "Mindre rörelse"
        chosen: Theme.reducedMotion
        onActivated: Theme.reducedMotion = !Theme.reducedMotion
    }
    Repeater {
        model: ["display", "title", "heading", "question", "body", "strong", "answer", "row", "label", "meta", "chip", "nav"]

        AppText {
            required property string modelData
            Layout.fillWidth: true
            visible: gallery.part === 0 || gallery.part === 1
            role: modelData
            text: modelData + ", Ansvarsförbindelse vid kontraktsvård 0123456789"
        }
    }
    GalleryStates {
        Layout.fillWidth: true
        visible: gallery.part === 0 || gallery.part === 1
    }
    GalleryRows {
        Layout.fillWidth: true
        visible: gallery.part === 0 || gallery.part === 2
    }
    GalleryFields {
        Layout.fillWidth: true
        visible: gallery.part === 0 || gallery.part === 3
    }
    GalleryNavigation {
        Layout.fillWidth: true
        visible: gallery.part === 0 || gallery.part === 4
    }
}
