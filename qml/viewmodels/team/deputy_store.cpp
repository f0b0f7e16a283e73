#include "qml/viewmodels/team/deputy_store.h"

#include "core/casework/case_projector.h"
#include "core/changelog/record_state.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;
using casework::Deputy;
namespace json = base::json;

namespace {

/// Those that the worker is responsible for and that are not closed, also those shown with another one.
std::vector<store::CaseRow> ownOpenCases(const std::vector<store::CaseRow> &cases, const std::string &self)
{
    std::vector<store::CaseRow> own;
    std::ranges::copy_if(cases, std::back_inserter(own), [&](const store::CaseRow &row) {
        return row.card.responsible == self && row.card.stage != "closed" && row.card.stage != casework::TeamStage;
    });
    return own;
}

void addStretch(std::vector<DeputyStretch> &stretches, Deputy deputy, base::Instant now, bool isOwn, bool isOfAll)
{
    const auto same = std::ranges::find_if(stretches, [&](const DeputyStretch &one) {
        return one.deputy.to == deputy.to && one.deputy.firstDay == deputy.firstDay
               && one.deputy.lastDay == deputy.lastDay;
    });
    if (isOfAll && same != stretches.end()) {
        same->records.push_back(deputy.record);
        return;
    }
    const bool isOver = !deputy.isComing(now);
    const base::RecordId record = deputy.record;
    stretches.push_back({std::move(deputy), {record}, isOver, isOwn});
}

Result<void> readStretches(OpenStore &store, base::CaseId caseId, bool isOfAll, DeputiesOpened &opened)
{
    const std::string self = store.cases.owner().worker.toString();
    const base::Instant now = store.clock.now();
    TRY(const auto records, store.cases.recordsOfKind(caseId, Deputy::Kind));
    for (const store::RecordView &record : records) {
        Deputy deputy = casework::readDeputy(record);
        const bool isOwn = deputy.from == self || opened.isResponsible;
        if (!deputy.hasDays() || (isOfAll && (deputy.from != self || !deputy.isComing(now))))
            continue;
        addStretch(opened.stretches, std::move(deputy), now, isOwn, isOfAll);
    }
    return {};
}

/// The form that was begun about this case, or about all of them.
Result<std::optional<store::FormDraft>> findDraft(OpenStore &store, const std::optional<base::CaseId> &caseId)
{
    TRY(auto forms, store.cases.forms());
    for (store::FormDraft &form : forms)
        if (form.form == DeputyForm && form.caseId == caseId)
            return std::optional(std::move(form));
    return std::optional<store::FormDraft>();
}

} // namespace

Result<DeputiesOpened> openDeputies(OpenStore &store, const DeputiesOpening &opening)
{
    DeputiesOpened opened;
    const std::string self = store.cases.owner().worker.toString();
    opened.newForm = store.ids.makeId<base::RecordId>();
    TRY(opened.colleagues, colleaguesOf(store));
    TRY(opened.draft, findDraft(store, opening.caseId));
    if (opening.caseId) {
        TRY(opened.person, store.cases.card(*opening.caseId));
        if (!opened.person)
            return base::fail(base::ErrorCode::NotFound, "case");
        const std::string &responsible = opened.person->card.responsible;
        opened.isResponsible = responsible.empty() || responsible == self;
        TRY_VOID(readStretches(store, *opening.caseId, false, opened));
    } else {
        opened.isResponsible = true;
        TRY(const auto cases, store.cases.cases());
        for (const store::CaseRow &row : ownOpenCases(cases, self)) {
            ++(row.card.isProtected ? opened.protectedLeft : opened.ownCases);
            TRY_VOID(readStretches(store, row.caseId, true, opened));
        }
    }
    std::ranges::stable_sort(opened.stretches, [](const DeputyStretch &one, const DeputyStretch &other) {
        return one.deputy.firstDay > other.deputy.firstDay;
    });
    return opened;
}

Result<std::vector<base::ChangeId>> nameDeputy(OpenStore &store, std::optional<base::CaseId> caseId,
                                               const DeputyPlan &plan, base::RecordId form)
{
    TRY(const std::string name, ownName(store));
    const std::string self = store.cases.owner().worker.toString();
    json::Object fields{{"from", self},
                        {"fromName", name},
                        {"to", plan.whom.worker},
                        {"toName", plan.whom.name},
                        {"firstDay", base::formatDate(plan.firstDay)},
                        {"lastDay", base::formatDate(plan.lastDay)},
                        {"namedAt", base::formatInstant(store.clock.now())}};
    std::vector<base::CaseId> cases;
    if (caseId) {
        cases.push_back(*caseId);
    } else {
        fields.set("all", true);
        TRY(const auto held, store.cases.cases());
        for (const store::CaseRow &row : ownOpenCases(held, self))
            if (!row.card.isProtected)
                cases.push_back(row.caseId);
    }
    std::vector<store::Draft> drafts;
    drafts.reserve(cases.size());
    for (const base::CaseId each : cases)
        drafts.push_back(
            {each,
             {changelog::makeCreation(store.ids.makeId<base::RecordId>(), std::string(Deputy::Kind), fields)},
             {}});
    return store.cases.saveFromForm(form, drafts);
}

Result<std::vector<base::ChangeId>> endDeputies(OpenStore &store, const std::vector<base::RecordId> &records)
{
    std::vector<store::Draft> drafts;
    for (const base::RecordId record : records) {
        TRY(const auto state, store.cases.recordState(record));
        if (!state)
            return base::fail(base::ErrorCode::NotFound, "record");
        drafts.push_back(
            {state->caseId(),
             {changelog::makeEdit(*state, json::Object{{"endedAt", base::formatInstant(store.clock.now())}})},
             {}});
    }
    return store.cases.saveAll(drafts);
}

} // namespace faltakt::viewmodels
