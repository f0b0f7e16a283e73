#pragma once

#include "core/changelog/record_state.h"
#include "core/store/case_store.h"
#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::test {

/// A colleague's change that has seen what its set names and nothing else, as a page of the server brings it.
inline base::Result<void> receiveFromColleague(viewmodels::OpenStore &store, changelog::RecordSet set,
                                               base::CaseId caseId)
{
    static std::int64_t place = 2'000'000;
    changelog::Change theirs;
    theirs.id = store.ids.makeId<base::ChangeId>();
    theirs.by = store.ids.makeId<base::WorkerId>();
    theirs.caseId = caseId;
    theirs.at = store.clock.now() - std::chrono::hours(3);
    theirs.sets.push_back(std::move(set));
    TRY(const store::SyncPosition position, store.cases.syncPosition());
    changelog::PullPage page;
    page.items.emplace_back(changelog::DeliveredChange{{++place, store.clock.now() - std::chrono::hours(2), {}},
                                                       changelog::sealChange(std::move(theirs))});
    page.cursor = position.cursor;
    return store.cases.applyPage(page);
}

/// A colleague's new values for fields of a record, on all that stands in them now.
inline base::Result<void> editByColleague(viewmodels::OpenStore &store, base::RecordId record,
                                          base::json::Object fields)
{
    TRY(const auto state, store.cases.recordState(record));
    if (!state)
        return base::fail(base::ErrorCode::NotFound, "record");
    return receiveFromColleague(store, changelog::makeEdit(*state, std::move(fields)), state->caseId());
}

} // namespace faltakt::test
