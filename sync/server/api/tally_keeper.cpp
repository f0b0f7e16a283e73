#include "sync/server/api/tally_keeper.h"

#include "core/casework/tally_report.h"
#include "sync/server/api/record_reader.h"
#include "sync/server/api/team_desk.h"

#include <algorithm>

namespace faltakt::server {

using base::Result;
using casework::TallyReport;
using changelog::Head;
using changelog::RecordSet;
using changelog::RecordState;

namespace {

/// True where somebody else has written what stands in the record.
Result<bool> isOfAnother(LogReader &log, const Caller &caller, RecordId record)
{
    TRY(const auto state, log.recordState(caller.session.tenant, record));
    if (!state)
        return false;
    for (const auto &[field, heads] : state->fields())
        for (const Head &head : heads) {
            TRY(const changelog::ChangeMeta meta, log.changeMeta(caller.session.tenant, head.change));
            if (meta.by != caller.session.worker)
                return true;
        }
    return false;
}

/// What the versions that stand come to.
std::map<std::string, std::int64_t> countsOf(const RecordState &state, const crypto::BoxKeyPair &key, std::string &week)
{
    std::map<std::string, std::int64_t> counts;
    for (const Head &head : state.heads(TallyReport::CountsField)) {
        const auto report = casework::openTally(head.value.string() ? *head.value.string() : std::string(), key);
        if (!report || report->record != state.id())
            continue;
        week = report->week;
        for (const auto &[name, count] : report->counts)
            counts[name] = std::max(counts[name], count);
    }
    return counts;
}

} // namespace

Result<std::string> tallyFault(StoreTransaction &transaction, const Caller &caller, const changelog::Change &change)
{
    for (const RecordSet &set : change.sets) {
        if (set.kind != TallyReport::Kind)
            continue;
        if (!caller.team || change.caseId != TeamDesk::caseOf(*caller.team))
            return std::string(TallyReport::Kind);
        TRY(const bool another, isOfAnother(transaction.log(), caller, set.record));
        if (another)
            return std::string(TallyReport::Kind);
    }
    return std::string();
}

Result<std::vector<rules::CountedTally>> readTallies(StoreSnapshot &snapshot, TenantId tenant, const TenantKeys &keys)
{
    std::vector<rules::CountedTally> tallies;
    TRY(const auto teams, snapshot.identity().teams(tenant));
    const RecordReader reader(snapshot.log(), tenant);
    for (const Team &team : teams) {
        TRY(const auto records, reader.records(TeamDesk::caseOf(team.id), TallyReport::Kind));
        for (const RecordState &record : records) {
            std::string week;
            for (const auto &[name, count] : countsOf(record, keys.outbox, week)) {
                const auto at = name.find('@');
                tallies.push_back({week, name.substr(0, at), name.substr(at + 1), count});
            }
        }
    }
    return tallies;
}

} // namespace faltakt::server
