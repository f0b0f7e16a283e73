#include "qml/viewmodels/day/day_end_reader.h"

#include "core/casework/moment_words.h"
#include "core/casework/outreach_tally.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/team/team_store.h"
#include "qml/viewmodels/today/waiting_reader.h"
#include "sync/client/record_signer.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;

namespace {

/// More rows than anybody has for one day.
constexpr std::size_t RowsRead = 100;

Result<void> readNotes(OpenStore &store, const ListWording &wording, DayEnd &end)
{
    TRY(const auto places, ownUnsignedNotes(store.cases));
    const base::Date today = casework::swedishDate(store.clock.now());
    std::vector<std::pair<base::Instant, UnsignedNote>> notes;
    for (const store::RecordPlace &place : places) {
        UnsignedNote note{place.record, place.caseId, {}, {}, false};
        TRY(const auto card, store.cases.card(place.caseId));
        if (card)
            note.who = personNameAndAge(card->card, wording.namesHidden, today);
        TRY(const auto record, store.cases.record(place.record));
        const auto at = record ? record->instant("at") : std::nullopt;
        if (at)
            note.when = text(casework::momentWords(*at, store.clock.now(), wording.language));
        TRY(const auto conflicts, store.cases.conflictsOfRecord(place.record));
        note.hasConflict = !conflicts.empty();
        notes.emplace_back(at.value_or(base::Instant()), std::move(note));
    }
    std::ranges::stable_sort(notes, {}, &std::pair<base::Instant, UnsignedNote>::first);
    for (auto &[at, note] : notes)
        end.notes.push_back(std::move(note));
    return {};
}

Result<void> readRows(OpenStore &store, const ListWording &wording, DayEnd &end)
{
    TRY(const TodayContent today, readToday(store, wording, RowsRead));
    const base::Instant now = store.clock.now();
    for (const TodayRow &row : today.rows) {
        end.drafts += row.kind == TodayRow::Kind::Draft ? 1 : 0;
        end.scratches += row.kind == TodayRow::Kind::Scratch ? 1 : 0;
        end.conflicts += row.kind == TodayRow::Kind::Conflict ? 1 : 0;
        if (row.kind != TodayRow::Kind::Agenda)
            continue;
        const rules::Urgency urgency = rules::placeOf(row.entry, now).urgency;
        end.dueNow += urgency == rules::Urgency::Overdue || urgency == rules::Urgency::Today ? 1 : 0;
        if (urgency == rules::Urgency::Tomorrow)
            end.tomorrow.push_back(
                {row.key, row.who, row.when.isEmpty() ? row.what : row.what + QStringLiteral(", ") + row.when});
    }
    return {};
}

} // namespace

Result<DayEnd> readDayEnd(OpenStore &store, const ListWording &wording)
{
    DayEnd end;
    TRY_VOID(readNotes(store, wording, end));
    TRY_VOID(readRows(store, wording, end));
    TRY(const auto team, teamCase(store));
    if (team) {
        TRY(const auto visit, ownVisit(store, *team, Over::Left));
        if (visit)
            end.checkedInUntil = visit->watch.plannedEnd.value_or(store.clock.now());
    }
    TRY(const auto tallies, store.cases.tallies(casework::tallyWeek(store.clock.now())));
    for (const store::TallyRow &each : tallies)
        end.tally += casework::tallyKindOf(each.kind) ? each.count : 0;
    return end;
}

Result<int> signNotes(OpenStore &store, const std::vector<base::RecordId> &notes)
{
    TRY(const auto places, ownUnsignedNotes(store.cases));
    std::vector<base::RecordId> signable;
    for (const store::RecordPlace &place : places) {
        TRY(const auto conflicts, store.cases.conflictsOfRecord(place.record));
        const bool isAsked = std::ranges::find(notes, place.record) != notes.end();
        if (isAsked && conflicts.empty())
            signable.push_back(place.record);
    }
    TRY_VOID(client::RecordSigner(store.field, store.clock, store.random).sign(signable));
    return int(signable.size());
}

} // namespace faltakt::viewmodels
