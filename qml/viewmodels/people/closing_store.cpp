#include "qml/viewmodels/people/closing_store.h"

#include "core/casework/swedish_time.h"
#include "qml/viewmodels/contact/attempt_writer.h"
#include "qml/viewmodels/form/form_saving.h"
#include "qml/viewmodels/people/tied_files.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <map>

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

Result<std::vector<changelog::RecordSet>> setsOf(const OpenStore &store, const std::vector<rules::PlannedWrite> &writes)
{
    std::map<base::RecordId, changelog::RecordState> states;
    for (const rules::PlannedWrite &write : writes) {
        TRY(auto state, store.cases.recordState(write.record));
        if (state)
            states.insert_or_assign(write.record, std::move(*state));
    }
    return rules::makeSets(writes, [&](base::RecordId record) -> const changelog::RecordState * {
        const auto found = states.find(record);
        return found == states.end() ? nullptr : &found->second;
    });
}

/// Police reports end with the matter, which is said before it is closed.
TodayRow reportsRow(base::CaseId caseId, int count)
{
    TodayRow row;
    row.key = "reports";
    row.caseId = caseId;
    row.what = QCoreApplication::translate("ClosingStore", "%n LOB-blad är öppna och avslutas tillsammans med ärendet",
                                           nullptr, count);
    return row;
}

/// Several own notes without a signature are one row, which leads to where they are signed.
void gatherUnsigned(std::vector<TodayRow> &open)
{
    const auto isUnsigned = [](const TodayRow &row) { return row.kind == TodayRow::Kind::Unsigned; };
    const auto count = std::ranges::count_if(open, isUnsigned);
    if (count < 2)
        return;
    TodayRow all = *std::ranges::find_if(open, isUnsigned);
    std::erase_if(open, isUnsigned);
    all.key = "unsigned";
    all.what = QCoreApplication::translate("ClosingStore", "%n poster att signera", nullptr, int(count));
    all.when.clear();
    open.push_back(std::move(all));
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
    TRY(const auto tied, factsOfTied(store, caseId));
    content.ways = rules::closingWays(store.profile, facts, tied);
    TRY(content.open, readOpenOf(store, caseId, wording));
    std::erase_if(content.open, [](const TodayRow &open) { return open.field == ClosingForm; });
    gatherUnsigned(content.open);
    if (const int reports = rules::openReports(facts); reports > 0 && !content.isClosed)
        content.open.push_back(reportsRow(caseId, reports));
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
    if (choice.closedAs.empty()) {
        TRY(auto fields, rules::planReopening(facts, choice.cause, matter.text("closedFrom"), choice.reason, now));
        return saveAndTakeForm(store, editOn(choice.base, std::move(fields)), form);
    }
    TRY(const auto tied, factsOfTied(store, caseId));
    TRY(auto fields, rules::planFileClosing(store.profile, facts, choice.closedAs, choice.reason, now, tied));
    store::Draft draft = editOn(choice.base, std::move(fields));
    TRY(auto reports, setsOf(store, rules::planReportsEnd(store.profile, facts, choice.closedAs, choice.reason, now)));
    std::ranges::move(reports, std::back_inserter(draft.sets));
    return saveAndTakeForm(store, draft, form);
}

} // namespace faltakt::viewmodels
