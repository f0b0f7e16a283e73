#pragma once

#include "core/base/error.h"
#include "core/store/case_store.h"

#include <QMetaType>

#include <optional>

namespace faltakt::viewmodels {

/// Where this device stands towards its server, as told to the main thread whenever it changes. A value.
struct SyncStatus {
    enum class Phase {
        Waiting,  ///< Nothing is under way; the next sync comes by itself or by order.
        Running,  ///< A sync is under way.
        Training, ///< This store never syncs.
    };
    Phase phase = Phase::Waiting;
    store::WaitingCounts counts;
    /// Changes and photos that are here alone.
    [[nodiscard]] std::int64_t unsent() const noexcept { return counts.outbox + counts.blobs; }
    bool isListening = false;                  ///< While waiting: the server tells at once when there is something new.
    std::optional<base::Instant> lastSuccess;  ///< Own time at which a sync last came to its end.
    std::optional<base::Instant> nextTry;      ///< Set while the server could not be reached.
    store::LeaseTerms lease;                   ///< With the server's time at the last contact.
    std::optional<base::ErrorCode> error;      ///< Why the last sync failed; empty after one that did not.
    std::optional<base::Instant> offlineSince; ///< Own time of the first failure since the last success.
    bool isRevoked = false;
    bool leadsTeam = false;        ///< As the server said at the last greeting since the store was opened.
    std::int64_t toSend = 0;       ///< What was unsent when the running sync began.
    std::int64_t answered = 0;     ///< Of these, how many have the server's verdict.
    std::int64_t underWay = 0;     ///< Sent, and no verdict here yet; stays after a broken line, until the next try.
    std::int64_t acknowledged = 0; ///< Of what was ever written here, how many the server has answered for.
    std::int64_t written = 0;      ///< How many were ever written here.
    std::optional<store::DeliveryProof> proof; ///< What came of comparing with the server last.
};

} // namespace faltakt::viewmodels

Q_DECLARE_METATYPE(faltakt::viewmodels::SyncStatus)
