#include "qml/viewmodels/today/waiting_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace faltakt::viewmodels {

namespace {

struct Known {
    std::string_view form;
    WaitingForm shown;
};

constexpr std::array KnownForms = {
    Known{"note", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjad anteckning"), "notebook-pen"}},
    Known{"contact", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjad kontakt"), "pen-line"}},
    Known{"lobContact", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjad kontakt"), "pen-line"}},
    Known{"lobSheet", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjat LOB-blad"), "file-text"}},
    Known{"metToday", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjat: träffat i dag"), "users", true}},
    Known{"recordEdit", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjad ändring i det som är skrivet"), "pen-line"}},
    Known{"act", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjad blankett"), "file-text"}},
    Known{"conflict", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjad text till två versioner"), "git-merge"}},
    Known{"child", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjade uppgifter om barn"), "baby"}},
    Known{"children", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjat svar om barn"), "baby"}},
    Known{"concernReport", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjad orosanmälan"), "baby"}},
    Known{"safetyCheck", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjad skyddsbedömning"), "life-buoy"}},
    Known{"safetyTalk", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjat trygghetssamtal"), "message-circle"}},
    Known{"checkIn", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjad incheckning"), "map-pin"}},
    Known{"takeover", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjad överlämning"), "users"}},
    Known{"fileClosing", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjat avslut eller öppnande"), "folder-open"}},
    Known{"stageMoving", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjat: var ärendet är"), "folder-open"}},
    Known{"letter", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjat om ett brev"), "mail"}},
    Known{"deputy", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjat val av ersättare"), "users"}},
    Known{"newPerson", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjad ny person"), "user-plus"}},
    Known{"personTask", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjad uppgift"), "pen-line"}},
    Known{"contactWay", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjad kontaktväg"), "pen-line"}},
    Known{"attach", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjat foto till akten"), "image"}},
    Known{"personField", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjad ändring på personens kort"), "pen-line"}},
    Known{"personEntry", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjad ändring på personens kort"), "pen-line"}},
    Known{"related", {QT_TRANSLATE_NOOP("TodayReader", "Påbörjad person runt omkring"), "users"}},
};

} // namespace

std::optional<WaitingForm> waitingFormOf(std::string_view form)
{
    const auto known = std::ranges::find(KnownForms, form, &Known::form);
    return known == KnownForms.end() ? std::nullopt : std::optional(known->shown);
}

} // namespace faltakt::viewmodels
