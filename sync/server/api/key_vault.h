#pragma once

#include "core/base/result.h"
#include "core/crypto/sealed_box.h"
#include "core/crypto/secret_bytes.h"
#include "core/crypto/signing_key.h"
#include "sync/server/store/server_records.h"

#include <map>
#include <memory>
#include <mutex>

namespace faltakt::server {

/// The private halves that belong to one tenant.
struct TenantKeys {
    crypto::SigningKey signing;      ///< Signs `key` lines.
    crypto::SigningKey serverDevice; ///< Signs the journal of the server's own writes.
    crypto::BoxKeyPair outbox;       ///< Opens sealed outboxes.
};

/// Where private keys are: never in the database. Thread-safe.
class KeyVault {
public:
    virtual ~KeyVault() = default;
    /// NotFound where the tenant has no keys here.
    [[nodiscard]] virtual base::Result<std::shared_ptr<const TenantKeys>> keysOf(TenantId tenant) const = 0;
    /// Keeps the keys of a new tenant, durably where the vault is; AlreadyExists.
    [[nodiscard]] virtual base::Result<void> keep(TenantId tenant, TenantKeys keys) = 0;
    [[nodiscard]] virtual const crypto::SecretBytes &stampKey() const = 0;
};

/// A vault in memory, for tests and the simulation.
class MemoryKeyVault final : public KeyVault {
public:
    explicit MemoryKeyVault(crypto::SecretBytes stampKey) : m_stampKey(std::move(stampKey)) {}
    base::Result<std::shared_ptr<const TenantKeys>> keysOf(TenantId tenant) const override;
    base::Result<void> keep(TenantId tenant, TenantKeys keys) override;
    const crypto::SecretBytes &stampKey() const override { return m_stampKey; }

private:
    crypto::SecretBytes m_stampKey;
    mutable std::mutex m_mutex;
    std::map<TenantId, std::shared_ptr<const TenantKeys>> m_keys;
};

} // namespace faltakt::server
