#include "qml/viewmodels/today/waiting_reader.h"

#include <QCoreApplication>

#include <array>
#include <map>
#include <set>

namespace faltakt::viewmodels {

using base::Result;

namespace {

/// As far back as unsigned notes are looked for: more than anybody writes between two days at the office.
constexpr int NotesLookedAt = 300;

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

Result<std::vector<store::RecordPlace>> ownUnsignedNotes(const store::CaseStore &cases)
{
    TRY(const auto notes, cases.ownRecords("note", NotesLookedAt));
    std::vector<store::RecordPlace> found;
    std::map<base::CaseId, std::set<std::string>> signedOf;
    for (const store::RecordPlace &note : notes) {
        auto known = signedOf.find(note.caseId);
        if (known == signedOf.end()) {
            TRY(const auto signatures, cases.recordsOfKind(note.caseId, "signature"));
            known = signedOf.emplace(note.caseId, std::set<std::string>()).first;
            for (const store::RecordView &signature : signatures)
                known->second.insert(signature.text("record"));
        }
        if (known->second.contains(note.record.toString()))
            continue;
        found.push_back(note);
    }
    return found;
}

Result<UnsignedNotes> readUnsignedNotes(const store::CaseStore &cases)
{
    TRY(const auto notes, ownUnsignedNotes(cases));
    UnsignedNotes found;
    found.count = int(notes.size());
    if (!notes.empty())
        found.oldest = notes.back();
    if (found.oldest) {
        TRY(const auto record, cases.record(found.oldest->record));
        found.written = record ? record->instant("at") : std::nullopt;
    }
    return found;
}

} // namespace faltakt::viewmodels
