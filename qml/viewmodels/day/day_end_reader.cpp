#include "qml/viewmodels/day/day_end_reader.h"

#include "core/casework/field_text.h"
#include "core/casework/moment_words.h"
#include "core/casework/outreach_tally.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/people/person_words.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/team/team_store.h"
#include "sync/client/record_signer.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;

namespace {

/// More rows than anybody has for one day.
constexpr std::size_t RowsRead = 100;

/// The oldest first.
Result<std::vector<RecordToSign>> readToSign(const OpenStore &store)
{
    TRY(auto records, ownUnsigned(store.cases, store.clock.now()));
    std::vector<RecordToSign> found;
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
        RecordToSign made{std::move(*record), {}, {}, false};
        TRY(const auto conflicts, store.cases.conflictsOfRecord(made.record.record));
        made.hasConflict = !conflicts.empty();
        found.push_back(std::move(made));
    }
    return found;
}

Result<void> tellToSign(OpenStore &store, const ListWording &wording, DayEnd &end)
{
    const base::Instant now = store.clock.now();
    for (RecordToSign &each : end.toSign) {
        TRY(const auto card, store.cases.card(each.record.caseId));
        if (card)
            each.who = personNameAndAge(card->card, wording.namesHidden, casework::swedishDate(now));
        each.what = text(casework::kindText(each.record.kind, wording.language)) + QStringLiteral(", ")
                    + text(casework::momentWords(each.record.at, now, wording.language));
    }
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
    TRY(end.toSign, readToSign(store));
    TRY_VOID(tellToSign(store, wording, end));
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

Result<int> signRecords(OpenStore &store, const std::vector<base::RecordId> &records)
{
    TRY(const auto waiting, readToSign(store));
    std::vector<base::RecordId> signable;
    for (const RecordToSign &each : waiting)
        if (each.canBeSigned() && std::ranges::find(records, each.record.record) != records.end())
            signable.push_back(each.record.record);
    TRY_VOID(client::RecordSigner(store.field, store.clock, store.random).sign(signable));
    return int(signable.size());
}

} // namespace faltakt::viewmodels
