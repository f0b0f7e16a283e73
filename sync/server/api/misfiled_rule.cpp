#include "sync/server/api/misfiled_rule.h"

#include "core/store/sealed_records.h"
#include "sync/server/api/whole_case.h"

#include <algorithm>

namespace faltakt::server {

using base::Result;
using changelog::RecordState;

namespace {

Result<bool> isAuthorOf(LogReader &log, const Caller &caller, const RecordState &record)
{
    for (const auto &[field, heads] : record.fields())
        for (const changelog::Head &head : heads) {
            TRY(const auto meta, log.changeMeta(caller.session.tenant, head.change));
            if (meta.by == caller.session.worker)
                return true;
        }
    return false;
}

/// What a note adds to, what a photo is about, and of which child a report or a check is.
std::optional<RecordId> parentOf(const RecordState &record)
{
    for (const char *link : {"addendumTo", "about", "child"})
        for (const changelog::Head &head : record.heads(link))
            if (const auto parent = RecordId::parse(head.value.string() ? *head.value.string() : std::string()))
                return *parent;
    return std::nullopt;
}

/// In it or in what it hangs on. The server keeps no state of notes and contacts: the case is read whole, which such an act
/// is rare enough for.
Result<bool> hasWrittenIn(LogReader &log, const Caller &caller, CaseId caseId, RecordId record)
{
    constexpr int Depth = 4; // A photo of an addition to a report about a child.
    TRY(const WholeCase whole, WholeCase::read(log, caller.session.tenant, caseId));
    std::optional<RecordId> next = record;
    for (int step = 0; next && step < Depth; ++step) {
        const RecordState *state = whole.state(*next);
        if (!state) // Made by this very push.
            return step == 0;
        TRY(const bool isAuthor, isAuthorOf(log, caller, *state));
        if (isAuthor)
            return true;
        next = parentOf(*state);
    }
    return false;
}

} // namespace

Result<std::string> misfiledFault(StoreTransaction &transaction, const Caller &caller, const changelog::Change &change,
                                  const std::map<RecordId, RecordHome> &homes)
{
    for (const changelog::RecordSet &set : change.sets) {
        const auto *named = set.kind == store::SealedRecords::Kind ? set.fields.find("record") : nullptr;
        if (!named)
            continue;
        const auto record = RecordId::parse(named->string() ? *named->string() : std::string());
        if (!record)
            return std::string("schema");
        const auto known = homes.find(*record);
        std::optional<RecordHome> home;
        if (known != homes.end()) {
            home = known->second;
        } else {
            TRY(home, transaction.log().recordHome(caller.session.tenant, *record));
        }
        if (!home || home->caseId != change.caseId)
            return std::string("schema");
        if (caller.leadsTeam)
            continue;
        TRY(const bool isAuthor, hasWrittenIn(transaction.log(), caller, change.caseId, *record));
        if (!isAuthor)
            return std::string("access");
    }
    return std::string();
}

} // namespace faltakt::server
