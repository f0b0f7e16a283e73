#include "qml/viewmodels/people/tied_files.h"

#include "qml/viewmodels/contact/attempt_writer.h"
#include "qml/viewmodels/form/edit_base.h"

#include <algorithm>
#include <iterator>

namespace faltakt::viewmodels {

namespace json = base::json;
using base::CaseId;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

Result<store::Draft> linkOf(OpenStore &store, CaseId caseId, json::Value to)
{
    TRY(const auto matters, store.cases.recordsOfKind(caseId, "case"));
    if (matters.empty())
        return fail(ErrorCode::NotFound, "case");
    TRY(const EditBase base, readEditBase(store.cases, matters.front().id));
    return editOn(base, {{"mergedInto", std::move(to)}});
}

/// A worry about a child does not come to rest in a file that is shown with a closed one.
Result<void> checkWorry(const OpenStore &store, CaseId main, CaseId other)
{
    TRY(const auto card, store.cases.card(main));
    if (!card || card->card.stage != "closed")
        return {};
    TRY(auto tied, factsOfTied(store, other));
    TRY(tied.emplace_back(), factsOfCase(store, other));
    const bool isWorry =
        std::ranges::any_of(tied, [](const rules::CaseFacts &file) { return !rules::openWorries(file).empty(); });
    return isWorry ? fail(ErrorCode::Refused, "childrenWorry") : Result<void>();
}

} // namespace

Result<casework::FileLinks> readFileLinks(const store::CaseStore &cases)
{
    TRY(const auto cards, cases.tiedCards());
    return casework::FileLinks(cards);
}

Result<std::vector<rules::CaseFacts>> factsOfTied(const OpenStore &store, CaseId caseId)
{
    TRY(const auto links, readFileLinks(store.cases));
    const CaseId main = links.mainOf(caseId);
    std::vector<CaseId> files = links.tiedTo(main);
    files.push_back(main);
    std::erase(files, caseId);
    std::vector<rules::CaseFacts> all;
    for (const CaseId file : files) {
        TRY(const bool isHeld, store.cases.hasCase(file));
        if (!isHeld)
            continue;
        TRY(all.emplace_back(), factsOfCase(store, file));
    }
    return all;
}

Result<std::vector<store::CaseRow>> openTiedFiles(const store::CaseStore &cases, CaseId caseId)
{
    TRY(const auto links, readFileLinks(cases));
    TRY(auto rows, cases.cards(links.tiedTo(caseId)));
    std::erase_if(rows, [](const store::CaseRow &row) { return row.card.isProtected; });
    return rows;
}

Result<std::vector<CaseId>> openWholeFile(OpenStore &store, CaseId caseId, const std::set<CaseId> &logged)
{
    std::vector<CaseId> files{caseId};
    TRY(const auto links, readFileLinks(store.cases));
    const CaseId main = links.mainOf(caseId);
    std::vector<CaseId> others = links.tiedTo(main);
    others.push_back(main);
    std::erase(others, caseId);
    TRY(const auto rows, store.cases.cards(others));
    const std::string self = store.cases.owner().worker.toString();
    for (const store::CaseRow &row : rows) {
        if (row.card.isProtected)
            continue;
        const bool isMine = row.card.responsible.empty() || row.card.responsible == self;
        if (!logged.contains(row.caseId))
            TRY_VOID(store.cases.logAccess(row.caseId, "open", isMine ? "assigned" : "deputy", {}));
        files.push_back(row.caseId);
    }
    return files;
}

Result<std::vector<store::RecordView>> recordsOfFiles(const store::CaseStore &cases, const std::vector<CaseId> &files,
                                                      std::string_view kind)
{
    std::vector<store::RecordView> records;
    for (const CaseId file : files) {
        TRY(auto more, cases.recordsOfKind(file, kind));
        std::ranges::move(more, std::back_inserter(records));
    }
    return records;
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
    TRY_VOID(checkWorry(store, links.mainOf(caseId), links.mainOf(other)));
    TRY(const auto draft, linkOf(store, links.mainOf(other), links.mainOf(caseId).toString()));
    return store.cases.save(draft);
}

Result<std::vector<base::ChangeId>> untieFile(OpenStore &store, CaseId tied)
{
    TRY(const auto cards, store.cases.tiedCards());
    const CaseId main = casework::FileLinks(cards).mainOf(tied);
    std::vector<store::Draft> drafts;
    // Where two workers tied them both ways, one link that stayed would tie them still.
    for (const store::CaseRow &row : cards) {
        if (row.card.mergedInto.empty() || (row.caseId != tied && row.caseId != main))
            continue;
        TRY(auto draft, linkOf(store, row.caseId, nullptr));
        drafts.push_back(std::move(draft));
    }
    return store.cases.saveAll(drafts);
}

} // namespace faltakt::viewmodels
