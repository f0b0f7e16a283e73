#pragma once

#include "core/changelog/record_state.h"
#include "sync/server/store/server_records.h"

#include <map>
#include <unordered_map>

namespace faltakt::server {

/// What one transaction knows of its tenant's log without asking again: what it fetched in one go, and what it wrote. True
/// to the end of the transaction, because it reads one snapshot or holds the tenant's lock.
struct PostgresLogMemory {
    struct Accepted {
        KnownChange known;
        changelog::ChangeMeta meta;
    };

    std::optional<TenantId> tenant;
    // Nothing behind an id: it is known that there is none.
    std::unordered_map<ChangeId, std::optional<Accepted>> accepted;
    std::unordered_map<ChangeId, std::optional<KnownChange>> quarantined;
    std::unordered_map<RecordId, std::optional<RecordHome>> homes;
    std::map<std::pair<CaseId, std::int64_t>, PackagePart> parts; ///< By case and first place.
    std::unordered_map<RecordId, std::optional<changelog::RecordState>> states;
    std::unordered_map<CaseId, std::optional<TenantId>> owners;
    std::unordered_map<CaseId, std::vector<AccessEntry>> access; ///< In order.

    // Of a writing transaction: nobody else takes numbers of the tenant until its end.
    std::optional<std::int64_t> lastSeq;
    std::optional<std::int64_t> firstTaken; ///< The first number that this transaction took.

    /// The change that was taken in last.
    struct Added {
        std::int64_t seq = 0;
        DeviceId device;
        std::int64_t epoch = 0, n = 0;
        base::Hash hash{};
    } lastAdded;

    struct Journal {
        DeviceId device;
        std::int64_t epoch = 0, from = 0, to = 0;
        JournalHead head;
        std::vector<JournalEntry> entries;
    };
    std::optional<Journal> journal; ///< As it was before this transaction wrote to it.

    // A walk asks for lines one by one; they are read some at a time, the more the better the last guess was.
    std::vector<std::int64_t> places; ///< Of the last list of places, ascending.
    std::map<std::int64_t, StoredChange> lines;
    std::size_t readAhead = 4;
    std::size_t guessed = 0;
    std::size_t used = 0;
};

} // namespace faltakt::server
