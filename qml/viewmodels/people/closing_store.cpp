#include "qml/viewmodels/people/closing_store.h"

#include "core/casework/swedish_time.h"
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

Result<std::optional<store::FormDraft>> findDraft(OpenStore &store, base::CaseId caseId)
{
    TRY(auto forms, store.cases.forms());
    for (store::FormDraft &form : forms)
        if (form.form == ClosingForm && form.caseId == caseId)
            return std::optional(std::move(form));
    return std::optional<store::FormDraft>();
}

} // namespace

Result<ClosingContent> readClosing(OpenStore &store, base::CaseId caseId, const ListWording &wording)
{
    ClosingContent content;
    TRY(auto row, store.cases.card(caseId));
    if (!row)
        return base::fail(base::ErrorCode::NotFound, "case");
    content.person = std::move(row->card);
    TRY(const store::RecordView matter, matterOf(store, caseId));
    TRY(content.base, readEditBase(store.cases, matter.id));
    content.isClosed = matter.text("stage") == "closed";
    content.closedAs = matter.text("closedAs");
    content.closedReason = matter.text("closedReason");
    content.closedFrom = matter.text("closedFrom");
    content.closedAt = matter.instant("closedAt");
    TRY(const auto links, readFileLinks(store.cases));
    content.isTied = links.isTied(caseId);
    TRY(const rules::CaseFacts facts, factsOfCase(store, caseId));
    content.ways = rules::closingWays(store.profile, facts);
    TRY(content.open, readOpenOf(store, caseId, wording));
    std::erase_if(content.open, [](const TodayRow &open) { return open.field == ClosingForm; });
    const base::Instant end = content.isClosed && content.closedAt ? *content.closedAt : store.clock.now();
    content.keeping = rules::keepingOf(store.profile, casework::swedishDate(end), wording.language);
    content.newForm = store.ids.makeId<base::RecordId>();
    TRY(content.draft, findDraft(store, caseId));
    return content;
}

Result<std::vector<base::ChangeId>> writeClosing(OpenStore &store, const ClosingChoice &choice,
                                                 std::optional<base::RecordId> form)
{
    const base::CaseId caseId = choice.base.caseId;
    const base::Instant now = store.clock.now();
    TRY(const rules::CaseFacts facts, factsOfCase(store, caseId));
    TRY(const store::RecordView matter, matterOf(store, caseId));
    auto fields = choice.closedAs.empty()
                      ? rules::planReopening(facts, choice.cause, matter.text("closedFrom"), choice.reason, now)
                      : rules::planFileClosing(store.profile, facts, choice.closedAs, choice.reason, now);
    if (!fields)
        return tl::unexpected(fields.error());
    return saveAndTakeForm(store, editOn(choice.base, std::move(*fields)), form);
}

} // namespace faltakt::viewmodels
