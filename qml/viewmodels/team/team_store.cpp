#include "qml/viewmodels/team/team_store.h"

#include "core/casework/case_projector.h"
#include "core/changelog/record_state.h"
#include "qml/viewmodels/form/form_saving.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;
using casework::VisitWatch;
using store::RecordView;

namespace {

/// When the server had taken every change that says this of the record; empty while one of them is here alone.
Result<std::optional<base::Instant>> receivedOf(OpenStore &store, const changelog::RecordState &state,
                                                std::string_view field)
{
    std::optional<base::Instant> latest;
    for (const changelog::Head &head : state.heads(field)) {
        TRY(const auto received, store.cases.receipt(head.change));
        if (!received)
            return std::optional<base::Instant>();
        latest = latest ? std::max(*latest, *received) : *received;
    }
    return latest;
}

Result<KnownVisit> known(OpenStore &store, const RecordView &record)
{
    KnownVisit visit{.record = record.id, .watch = casework::readVisitWatch(record)};
    TRY(const auto state, store.cases.recordState(record.id));
    if (!state)
        return visit;
    TRY(visit.startReceived, receivedOf(store, *state, "startedAt"));
    TRY(visit.plannedReceived, receivedOf(store, *state, "plannedEnd"));
    TRY(visit.endReceived, receivedOf(store, *state, "endedAt"));
    return visit;
}

Result<VisitWritten> written(OpenStore &store, base::RecordId record, base::json::Object fields)
{
    TRY(const base::ChangeId change, store.cases.edit(record, std::move(fields)));
    return VisitWritten{record, {change}};
}

} // namespace

Result<std::optional<base::CaseId>> teamCase(OpenStore &store)
{
    TRY(const auto cases, store.cases.search(casework::TeamSearchTerm));
    const auto found =
        std::ranges::find_if(cases, [](const store::CaseRow &row) { return row.card.stage == casework::TeamStage; });
    return found == cases.end() ? std::nullopt : std::optional(found->caseId);
}

Result<std::map<std::string, std::string>> colleagueNames(OpenStore &store, base::CaseId team)
{
    TRY(const auto colleagues, store.cases.recordsOfKind(team, "colleague"));
    std::map<std::string, std::string> names;
    for (const RecordView &colleague : colleagues)
        names[colleague.text("worker")] = colleague.text("name");
    return names;
}

Result<std::optional<KnownVisit>> visit(OpenStore &store, base::RecordId record)
{
    TRY(const auto found, store.cases.record(record));
    if (!found || found->deleted)
        return std::optional<KnownVisit>();
    TRY(auto shown, known(store, *found));
    return std::optional(std::move(shown));
}

Result<std::optional<KnownVisit>> ownVisit(OpenStore &store, base::CaseId team, Over over)
{
    TRY(const auto all, store.cases.recordsOfKind(team, VisitWatch::Kind));
    const std::string self = store.cases.owner().worker.toString();
    const RecordView *latest = nullptr;
    const RecordView *open = nullptr;
    for (const RecordView &record : all) {
        if (record.text("worker") != self)
            continue;
        latest = &record;
        if (!record.instant("endedAt"))
            open = &record;
    }
    const RecordView *wanted = open || over == Over::Left ? open : latest;
    if (!wanted)
        return std::optional<KnownVisit>();
    TRY(auto shown, known(store, *wanted));
    return std::optional(std::move(shown));
}

Result<VisitWritten> checkIn(OpenStore &store, base::CaseId team, const VisitPlan &plan,
                             std::optional<base::RecordId> draft)
{
    const auto record = store.ids.makeId<base::RecordId>();
    base::json::Object fields{{"worker", store.cases.owner().worker.toString()},
                              {"startedAt", base::formatInstant(store.clock.now())},
                              {"plannedEnd", base::formatInstant(plan.end)}};
    if (!plan.place.empty())
        fields.set("place", plan.place);
    if (!plan.phone.empty())
        fields.set("phone", plan.phone);
    TRY(auto changes,
        saveAndTakeForm(store,
                        {team, {changelog::makeCreation(record, std::string(VisitWatch::Kind), std::move(fields))}, {}},
                        draft));
    return VisitWritten{record, std::move(changes)};
}

Result<VisitWritten> moveEnd(OpenStore &store, base::RecordId record, base::Instant end)
{
    return written(store, record, {{"plannedEnd", base::formatInstant(end)}});
}

Result<VisitWritten> checkOut(OpenStore &store, base::RecordId record)
{
    return written(store, record, {{"endedAt", base::formatInstant(store.clock.now())}});
}

Result<VisitWritten> takeCare(OpenStore &store, base::RecordId record)
{
    TRY(const auto found, visit(store, record));
    if (!found || !found->watch.isAlarmed() || !found->watch.plannedEnd)
        return base::fail(base::ErrorCode::Refused, "no alarm stands");
    return written(
        store, record,
        {{"seen", casework::watchSeen(store.cases.owner().worker, store.clock.now(), *found->watch.plannedEnd)}});
}

} // namespace faltakt::viewmodels
