#pragma once

#include "sync/server/api/takeover_keeper.h"

#include <map>

namespace faltakt::server {

/// Keeps, for the records of one push, their homes, and for the kinds that routing and lists need also their state and
/// the identity numbers of persons. Lives within one transaction; flush() writes what changed.
class RecordKeeper {
public:
    /// `today` decides the century of a number that was written with two digits of the year.
    RecordKeeper(StoreTransaction &transaction, TenantId tenant, base::Date today, base::Instant now)
        : m_transaction(&transaction), m_tenant(tenant), m_today(today), m_now(now)
    {
    }

    /// In the order of the journal. `made`: the records that the change makes; they lie in `part`. Gives how many of its
    /// records are in force now and were not, less those that were and are not any more.
    [[nodiscard]] base::Result<std::int64_t> apply(const changelog::Change &change, const std::vector<RecordId> &made,
                                                   std::int64_t part);
    [[nodiscard]] base::Result<void> flush();
    /// The rights that questions to take over bring: after flush(), once the rights of teams are what they are to be.
    [[nodiscard]] base::Result<void> keepTakeovers();

private:
    [[nodiscard]] base::Result<std::int64_t> applyState(ChangeId change, CaseId caseId,
                                                        const changelog::RecordSet &set);
    [[nodiscard]] base::Result<void> flushNumbers(const changelog::RecordState &state);

    StoreTransaction *m_transaction;
    TenantId m_tenant;
    base::Date m_today;
    base::Instant m_now;
    std::map<RecordId, changelog::RecordState> m_states;
    std::map<RecordId, TakeoverTurn> m_turns;
};

} // namespace faltakt::server
