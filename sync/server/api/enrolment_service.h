#pragma once

#include "core/base/clock.h"
#include "sync/protocol/messages.h"
#include "sync/server/api/id_source.h"
#include "sync/server/api/key_vault.h"
#include "sync/server/api/push_service.h"
#include "sync/server/api/server_policy.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// One-time codes and what becomes of them. Thread-safe.
class EnrolmentService {
public:
    EnrolmentService(ServerStore &store, const KeyVault &keys, const base::Clock &clock, IdSource &ids,
                     ServerPolicy policy, OrderListener orderGrew)
        : m_store(&store), m_keys(&keys), m_clock(&clock), m_ids(&ids), m_policy(policy),
          m_orderGrew(std::move(orderGrew))
    {
    }

    struct Ticket {
        protocol::EnrolmentSecret secret{};
        base::Instant expires;
    };
    /// A new one-time secret for a worker; NotFound, or Refused where the worker is revoked.
    [[nodiscard]] base::Result<Ticket> makeTicket(WorkerId worker);

    /// POST /v1/enrol; `proofKey` is the key of the request's proof. The same secret with the same key gives the same device
    /// again. NotFound on an unknown or expired secret, AlreadyExists where another key has used it, Refused where the proof
    /// is by another key.
    [[nodiscard]] base::Result<protocol::EnrolAnswer> enrol(const protocol::EnrolRequest &request,
                                                            const crypto::PublicKey &proofKey);

private:
    [[nodiscard]] base::Result<Device> enrolDevice(StoreTransaction &transaction, const EnrolmentTicket &ticket,
                                                   const protocol::EnrolRequest &request);
    [[nodiscard]] base::Result<protocol::EnrolAnswer> answerFor(IdentityReader &identity, const Device &device) const;

    ServerStore *m_store;
    const KeyVault *m_keys;
    const base::Clock *m_clock;
    IdSource *m_ids;
    ServerPolicy m_policy;
    OrderListener m_orderGrew;
};

/// Puts a device's key, signed by the tenant's key, into the order; gives its place.
[[nodiscard]] base::Result<std::int64_t> publishKey(StoreTransaction &transaction, const KeyVault &keys,
                                                    const Device &device, std::optional<base::Instant> until);

} // namespace faltakt::server
