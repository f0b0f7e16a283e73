#pragma once

#include "core/crypto/recovery_key.h"
#include "sync/server/api/push_service.h"
#include "sync/server/api/server_author.h"

namespace faltakt::server {

/// One line of the list of cases: nothing that says who the person is.
struct CaseListing {
    CaseFile file;
    std::string caseNumber;
    std::string stage;
    std::vector<Grantee> grantees; ///< Workers and teams with a right now.
};

/// What the owner of the server does with tenants, people, devices and rights. Thread-safe.
class Administration {
public:
    Administration(ServerStore &store, KeyVault &keys, const ServerAuthor &author, const base::Clock &clock,
                   IdSource &ids, base::Random &random, OrderListener orderGrew)
        : m_store(&store), m_keys(&keys), m_author(&author), m_clock(&clock), m_ids(&ids), m_random(&random),
          m_orderGrew(std::move(orderGrew))
    {
    }

    /// Called with the new recovery key before the tenant is there, so that no device ever seals to a key nobody has.
    using KeepRecoveryKey = std::function<base::Result<void>(const crypto::RecoveryKey &)>;

    /// With keys of its own and the server's own worker and device in it. AlreadyExists where the name is taken.
    [[nodiscard]] base::Result<TenantId> addTenant(const std::string &name, const std::string &profile,
                                                   const KeepRecoveryKey &keep);
    /// Another recovery key, for devices that enrol from now on; the old one still opens the older ones.
    [[nodiscard]] base::Result<void> replaceRecoveryKey(TenantId tenant, const KeepRecoveryKey &keep);
    [[nodiscard]] base::Result<TeamId> addTeam(TenantId tenant, const std::string &name);
    /// NotFound where the team is not the tenant's.
    [[nodiscard]] base::Result<WorkerId> addWorker(TenantId tenant, std::optional<TeamId> team, const std::string &name,
                                                   const std::string &role);
    /// From its commit on the device pulls nothing; others learn until when its signatures count.
    [[nodiscard]] base::Result<void> revokeDevice(DeviceId device);
    /// What the device is to do at its next hello, which comes at once where it waits for news.
    enum class DeviceOrder {
        Lock, ///< Close the store; the passphrase opens it again.
        Wipe, ///< Push what is unsent and destroy the keys.
    };
    /// Again while it lies open: changes nothing.
    [[nodiscard]] base::Result<void> orderDevice(DeviceId device, DeviceOrder order);

    /// Without the teams' own.
    [[nodiscard]] base::Result<std::vector<CaseListing>> cases(TenantId tenant);
    /// Adds the worker: all compartments but `protected` and `reading`. Becomes responsible where nobody is. Again: changes
    /// nothing. NotFound on a case or worker that is not there, Refused where they are of two tenants and for
    /// a team's own case, like the other two.
    [[nodiscard]] base::Result<void> assignCase(CaseId caseId, WorkerId worker);
    [[nodiscard]] base::Result<void> unassignCase(CaseId caseId, WorkerId worker);
    /// Closes the matter and takes every right away.
    [[nodiscard]] base::Result<void> closeCase(CaseId caseId, const std::string &closedAs);

private:
    struct CaseHandle {
        Tenant tenant;
        CaseId caseId;
    };
    [[nodiscard]] base::Result<CaseHandle> findCase(StoreTransaction &transaction, CaseId caseId) const;
    [[nodiscard]] base::Result<CaseListing> listing(StoreSnapshot &snapshot, const CaseFile &file) const;
    void tell(const base::Result<void> &done, TenantId tenant) const;

    ServerStore *m_store;
    KeyVault *m_keys;
    const ServerAuthor *m_author;
    const base::Clock *m_clock;
    IdSource *m_ids;
    base::Random *m_random;
    OrderListener m_orderGrew;
};

/// Writes an entry where it changes something. True where it did. `since`: how far back the package that it opens reaches.
[[nodiscard]] base::Result<bool> setAccess(StoreTransaction &transaction, TenantId tenant, CaseId caseId,
                                           Grantee grantee, changelog::CompartmentSet compartments,
                                           base::Instant now = {}, base::Instant since = {});

} // namespace faltakt::server
