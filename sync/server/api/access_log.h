#pragma once

#include "core/base/clock.h"
#include "sync/server/api/key_vault.h"
#include "sync/server/api/session.h"

#include <functional>
#include <map>
#include <tuple>

namespace faltakt::server {

/// What one call did, gathered into one note for each case, act, word and purpose, so that a page of a thousand lines of one
/// case is one entry. A value.
class AccessNotes {
public:
    /// One more line.
    void add(AccessAct act, const std::optional<CaseId> &caseId, changelog::CompartmentSet compartments,
             std::string word = {}, std::string purpose = {});
    [[nodiscard]] bool empty() const { return m_notes.empty(); }
    /// Without place, time and person.
    [[nodiscard]] std::vector<AccessLogEntry> entries() const;

private:
    struct Sum {
        changelog::CompartmentSet compartments;
        std::int64_t lines = 0;
    };
    std::map<std::tuple<std::optional<CaseId>, AccessAct, std::string, std::string>, Sum> m_notes;
};

/// The log of who read and wrote what, one chain for each tenant: each link covers all entries before it, and the seal at the
/// end is a MAC with a key that is never in the database. So an entry that is altered, removed or put in shows. Whoever puts
/// back a whole older state with its own seal is found by the head that the reviewer remembers. Thread-safe.
class AccessLog {
public:
    AccessLog(const base::Clock &clock, const KeyVault &keys) : m_clock(&clock), m_keys(&keys) {}

    /// Within the transaction of what is logged, or before its answer leaves: what is not logged does not happen.
    [[nodiscard]] base::Result<void> append(StoreTransaction &transaction, const Session &who,
                                            const AccessNotes &notes) const;

    /// What a walk along the whole chain found.
    struct Review {
        AccessLogHead head;
        std::int64_t entries = 0;
        std::optional<std::int64_t> brokenAt; ///< The first entry that is not what was written; empty: whole.
        std::string fault;                    ///< Plain words.
    };
    using Known = std::pair<std::int64_t, base::Hash>;
    /// Walks the whole chain and hands each entry on. `known`: a place and link that an earlier review saw.
    [[nodiscard]] base::Result<Review> review(StoreSnapshot &snapshot, TenantId tenant,
                                              const std::optional<Known> &known,
                                              const std::function<void(const AccessLogEntry &)> &each) const;

private:
    [[nodiscard]] base::Hash seal(TenantId tenant, std::int64_t n, const base::Hash &link) const;

    const base::Clock *m_clock;
    const KeyVault *m_keys;
};

/// "N LINK" with a line end, as the reviewer keeps it between reviews.
[[nodiscard]] std::string toText(const AccessLog::Known &known);
/// Damaged on anything that toText() did not make.
[[nodiscard]] base::Result<AccessLog::Known> knownFromText(std::string_view text);

[[nodiscard]] std::string_view accessActName(AccessAct act) noexcept;

} // namespace faltakt::server
