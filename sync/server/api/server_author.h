#pragma once

#include "core/base/clock.h"
#include "sync/server/api/change_intake.h"
#include "sync/server/api/id_source.h"

namespace faltakt::server {

/// Writes changes of the server itself: by the tenant's server worker, from its own device and journal, through the same
/// intake as everybody's. Thread-safe; each call lives within the caller's transaction.
class ServerAuthor {
public:
    ServerAuthor(const ChangeIntake &intake, const KeyVault &keys, const changelog::SchemaTable &schema,
                 const base::Clock &clock, IdSource &ids, std::int64_t schemaVersion)
        : m_intake(&intake), m_keys(&keys), m_schema(&schema), m_clock(&clock), m_ids(&ids),
          m_schemaVersion(schemaVersion)
    {
    }

    /// One change for each compartment that the sets touch, in one case; `at` in place of now for what is loaded with a past
    /// (demo). The case is made where it is new, without rights for anybody. Internal where the server itself wrote
    /// something that it may not accept.
    [[nodiscard]] base::Result<void> write(StoreTransaction &transaction, const Tenant &tenant, CaseId caseId,
                                           std::vector<changelog::RecordSet> sets,
                                           std::optional<base::Instant> at = {}) const;
    /// The time that a change gets to which no other is given.
    [[nodiscard]] base::Instant now() const { return m_clock->now(); }

private:
    const ChangeIntake *m_intake;
    const KeyVault *m_keys;
    const changelog::SchemaTable *m_schema;
    const base::Clock *m_clock;
    IdSource *m_ids;
    std::int64_t m_schemaVersion;
};

} // namespace faltakt::server
