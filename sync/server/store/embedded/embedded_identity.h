#pragma once

#include "sync/server/store/embedded/known_keys.h"
#include "sync/server/store/embedded/tenant_numbers.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// Tenants, teams, workers, devices, tickets, commands and settings on one connection.
class EmbeddedIdentity final : public IdentityWriter {
public:
    EmbeddedIdentity(store::Database &database, TenantNumbers &numbers) : m_database(&database), m_numbers(&numbers) {}

    base::Result<std::vector<Tenant>> tenants() override;
    base::Result<std::optional<Tenant>> tenant(TenantId tenant) override;
    base::Result<std::vector<Team>> teams(TenantId tenant) override;
    base::Result<std::vector<Worker>> workers(TenantId tenant) override;
    base::Result<std::optional<Worker>> worker(TenantId tenant, WorkerId worker) override;
    base::Result<std::vector<Device>> devices(TenantId tenant) override;
    base::Result<std::optional<Device>> device(TenantId tenant, DeviceId device) override;
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
    store::Database *m_database;
    TenantNumbers *m_numbers;
    KnownKeys m_keys;
};

} // namespace faltakt::server
