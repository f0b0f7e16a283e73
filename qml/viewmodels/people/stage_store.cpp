#include "qml/viewmodels/people/stage_store.h"

#include "core/casework/swedish_time.h"
#include "core/rules/swedish_calendar.h"
#include "qml/viewmodels/contact/attempt_writer.h"
#include "qml/viewmodels/form/form_saving.h"
#include "qml/viewmodels/people/tied_files.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;

namespace {

Result<store::RecordView> matterOf(OpenStore &store, base::CaseId caseId)
{
    TRY(auto matters, store.cases.recordsOfKind(caseId, "case"));
    if (matters.empty())
        return base::fail(base::ErrorCode::NotFound, "case");
    return std::move(matters.front());
}

/// Since when the matter is where it stands: moved there, or opened again.
std::optional<base::Instant> cameAt(const store::RecordView &matter)
{
    return std::max(matter.instant("stageAt"), matter.instant("reopenedAt"));
}

/// Today is this moment; an earlier day begins as early as the matter can have come there.
base::Instant momentOf(base::Date day, std::optional<base::Instant> since, base::Instant now)
{
    if (day == casework::swedishDate(now))
        return now;
    const base::Instant begins = rules::startOfDay(day);
    return since && casework::swedishDate(*since) == day ? std::max(begins, *since) : begins;
}

} // namespace

Result<StageContent> readStage(OpenStore &store, base::CaseId caseId)
{
    StageContent content;
    TRY(auto row, store.cases.card(caseId));
    if (!row)
        return base::fail(base::ErrorCode::NotFound, "case");
    content.person = std::move(row->card);
    TRY(const store::RecordView matter, matterOf(store, caseId));
    TRY(content.base, readEditBase(store.cases, matter.id));
    content.stage = matter.text("stage");
    content.isClosed = content.stage == "closed";
    content.since = cameAt(matter);
    content.reason = matter.text("stageReason");
    TRY(const auto links, readFileLinks(store.cases));
    content.isTied = links.isTied(caseId);
    TRY(const rules::CaseFacts facts, factsOfCase(store, caseId));
    content.ways = rules::stageWays(facts);
    content.newForm = store.ids.makeId<base::RecordId>();
    TRY(auto forms, store.cases.forms());
    for (store::FormDraft &form : forms)
        if (form.form == StageForm && form.caseId == caseId)
            content.draft = std::move(form);
    return content;
}

Result<std::vector<base::ChangeId>> writeStage(OpenStore &store, const StageChoice &choice,
                                               std::optional<base::RecordId> form)
{
    const base::CaseId caseId = choice.base.caseId;
    const base::Instant now = store.clock.now();
    TRY(const rules::CaseFacts facts, factsOfCase(store, caseId));
    TRY(const store::RecordView matter, matterOf(store, caseId));
    const auto since = cameAt(matter);
    if (since && choice.day < casework::swedishDate(*since))
        return base::fail(base::ErrorCode::InvalidInput, "stageBefore");
    TRY(auto fields, rules::planStage(facts, choice.stage, momentOf(choice.day, since, now), choice.reason, now));
    return saveAndTakeForm(store, editOn(choice.base, std::move(fields)), form);
}

} // namespace faltakt::viewmodels
