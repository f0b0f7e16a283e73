#include "qml/viewmodels/people/tied_files.h"

#include "qml/viewmodels/form/edit_base.h"

namespace faltakt::viewmodels {

namespace json = base::json;
using base::CaseId;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

Result<std::vector<base::ChangeId>> setLink(OpenStore &store, CaseId caseId, json::Value to)
{
    TRY(const auto matters, store.cases.recordsOfKind(caseId, "case"));
    if (matters.empty())
        return fail(ErrorCode::NotFound, "case");
    TRY(const EditBase base, readEditBase(store.cases, matters.front().id));
    return store.cases.save(editOn(base, {{"mergedInto", std::move(to)}}));
}

} // namespace

Result<casework::FileLinks> readFileLinks(const store::CaseStore &cases)
{
    TRY(const auto cards, cases.tiedCards());
    return casework::FileLinks(cards);
}

Result<std::vector<store::CaseRow>> openTiedFiles(const store::CaseStore &cases, CaseId caseId)
{
    TRY(const auto links, readFileLinks(cases));
    TRY(auto rows, cases.cards(links.tiedTo(caseId)));
    std::erase_if(rows, [](const store::CaseRow &row) { return row.card.isProtected; });
    return rows;
}

Result<std::vector<base::ChangeId>> tieFile(OpenStore &store, CaseId caseId, CaseId other)
{
    TRY(const auto here, store.cases.card(caseId));
    TRY(const auto there, store.cases.card(other));
    if (!here || !there)
        return fail(ErrorCode::NotFound, "case");
    if (caseId == other || here->card.isProtected || there->card.isProtected)
        return fail(ErrorCode::Refused, "these files are not tied");
    TRY(const auto links, readFileLinks(store.cases));
    if (links.mainOf(caseId) == links.mainOf(other))
        return fail(ErrorCode::Refused, "these files are tied already");
    return setLink(store, links.mainOf(other), links.mainOf(caseId).toString());
}

Result<std::vector<base::ChangeId>> untieFile(OpenStore &store, CaseId tied) { return setLink(store, tied, nullptr); }

} // namespace faltakt::viewmodels
