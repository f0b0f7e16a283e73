#pragma once

#include "sync/server/store/postgres/postgres_session.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// Which list of ids a look-up is made in.
/// Whose an id is, before anybody's tenant is known.
[[nodiscard]] base::Result<std::optional<TenantId>> lookUp(PostgresSession &session, DirectoryKind kind,
                                                           const base::Uuid &id);
/// AlreadyExists where the id is taken.
[[nodiscard]] base::Result<void> addToDirectory(PostgresSession &session, DirectoryKind kind, const base::Uuid &id,
                                                TenantId tenant);

/// Tenants, teams, workers, devices, tickets, commands and settings on one connection.
class PostgresIdentity final : public IdentityWriter {
public:
    explicit PostgresIdentity(PostgresSession &session) : m_session(&session) {}

    /// At the beginning and at the end of each transaction.
    void forget() { m_fetched.reset(); }

    base::Result<std::vector<Tenant>> tenants() override;
    base::Result<std::optional<Tenant>> tenant(TenantId tenant) override;
    base::Result<std::vector<Team>> teams(TenantId tenant) override;
    base::Result<std::vector<Worker>> workers(TenantId tenant) override;
    base::Result<std::optional<Worker>> worker(TenantId tenant, WorkerId worker) override;
    base::Result<std::vector<Device>> devices(TenantId tenant) override;
    base::Result<std::optional<Device>> device(TenantId tenant, DeviceId device) override;
    base::Result<void> expect(TenantId tenant, DeviceId device, WorkerId worker) override;
    base::Result<std::optional<TenantId>> tenantOfDevice(DeviceId device) override;
    base::Result<std::optional<TenantId>> tenantOfWorker(WorkerId worker) override;
    base::Result<std::optional<EnrolmentTicket>> ticket(const base::Hash &secretHash) override;
    base::Result<std::vector<StoredCommand>> openCommands(TenantId tenant, DeviceId device) override;
    base::Result<std::vector<DeviceId>> devicesWithOrders(TenantId tenant) override;
    base::Result<std::string> setting(std::string_view name) override;
    base::Result<StoreTotals> totals() override;

    base::Result<void> addTenant(const Tenant &tenant) override;
    base::Result<void> setRecoveryKey(TenantId tenant, const crypto::BoxPublicKey &key) override;
    base::Result<void> setPackageDays(TenantId tenant, int days) override;
    base::Result<void> addTeam(const Team &team) override;
    base::Result<void> addWorker(const Worker &worker) override;
    base::Result<void> setWorkerPlace(TenantId tenant, WorkerId worker, const std::optional<TeamId> &team,
                                      const std::string &role) override;
    base::Result<void> addDevice(const Device &device) override;
    base::Result<void> revokeDevice(TenantId tenant, DeviceId device, base::Instant at) override;
    base::Result<void> noteContact(TenantId tenant, DeviceId device, base::Instant at, const std::string &app,
                                   std::int64_t forgotten) override;
    base::Result<void> addTicket(const EnrolmentTicket &ticket) override;
    base::Result<void> useTicket(const base::Hash &secretHash, DeviceId device) override;
    base::Result<void> addCommand(TenantId tenant, DeviceId device, const StoredCommand &command) override;
    base::Result<void> closeCommand(TenantId tenant, DeviceId device, const base::Uuid &command,
                                    base::Instant at) override;
    base::Result<void> setSetting(std::string_view name, std::string_view value) override;

private:
    [[nodiscard]] base::Result<PostgresRows> deviceRows(TenantId tenant, DeviceId device);
    [[nodiscard]] base::Result<PostgresRows> workerRows(TenantId tenant, WorkerId worker);
    [[nodiscard]] base::Result<void> write(const char *sql, const PostgresParameters &parameters);

    /// What was fetched for the questions that were expected; each answer is given once.
    struct Fetched {
        TenantId tenant;
        DeviceId device;
        WorkerId worker;
        std::optional<PostgresRows> deviceRows;
        std::optional<PostgresRows> workerRows;
    };
    PostgresSession *m_session;
    std::optional<Fetched> m_fetched;
};

} // namespace faltakt::server
