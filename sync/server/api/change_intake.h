#pragma once

#include "core/base/clock.h"
#include "sync/server/api/access_log.h"
#include "sync/server/api/change_judge.h"
#include "sync/server/api/key_vault.h"

#include <span>

namespace faltakt::server {

/// What became of lines. A value.
struct Intaken {
    std::vector<changelog::Verdict> verdicts; ///< One for each line, in order.
    bool orderGrew = false;                   ///< By changes or by rights.
};

/// Takes lines into a tenant's order: verdicts first, then the counter, then the inserts. The one way by which changes
/// get in, for devices and for the server itself. Has no state of its own; thread-safe.
class ChangeIntake {
public:
    ChangeIntake(const base::Clock &clock, const KeyVault &keys, const AccessLog &accessLog)
        : m_clock(&clock), m_keys(&keys), m_accessLog(&accessLog)
    {
    }

    /// Journal, rights of new cases, record states, quarantine and access log are written.
    /// The positions must be new.
    [[nodiscard]] base::Result<Intaken> take(StoreTransaction &transaction, const Caller &caller, Authority authority,
                                             std::int64_t epoch, std::span<const PreparedLine> lines) const;

private:
    const base::Clock *m_clock;
    const KeyVault *m_keys;
    const AccessLog *m_accessLog;
};

/// The stamp of a place in the order: a MAC that a server restored from a backup knows its own receipts by.
[[nodiscard]] base::Hash makeStamp(const crypto::SecretBytes &stampKey, TenantId tenant, std::int64_t seq,
                                   base::Instant received, const base::Hash &lineHash);

} // namespace faltakt::server
