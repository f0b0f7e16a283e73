#pragma once

#include "core/crypto/initialise.h"
#include "sync/server/store/postgres/postgres_store.h"
#include "tests/support/catch.h"
#include "tests/support/postgres_cluster.h"

namespace faltakt::test {

template <typename T>
T need(base::Result<T> result)
{
    if (!result)
        FAIL(result.error().toString());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

template <typename IdType>
IdType idOf(std::uint8_t number)
{
    std::array<std::uint8_t, 16> bytes{};
    bytes[0] = number;
    bytes[6] = 0x70;
    return IdType(base::Uuid(bytes));
}

/// A database with a server's tables and two tenants, a worker and a device in the first; and stores on it.
class PostgresPlace {
public:
    const base::TenantId first = idOf<base::TenantId>(1);
    const base::TenantId second = idOf<base::TenantId>(2);
    const base::DeviceId device = idOf<base::DeviceId>(4);
    const base::CaseId caseId = idOf<base::CaseId>(5);
    const base::Instant now = base::instantFromMs(1'770'000'000'000);

    PostgresPlace() : m_address(PostgresCluster::shared().makeDatabase())
    {
        need(crypto::initialise());
        const auto key = need(crypto::SigningKey::make()).publicKey();
        const auto worker = idOf<base::WorkerId>(3);
        const auto store = need(open({.address = address(), .create = true}));
        need(store->write([&](server::StoreTransaction &t) -> base::Result<void> {
            TRY_VOID(t.identity().setSetting("logId", "x"));
            TRY_VOID(t.identity().addTenant(tenant(first, "a", key)));
            TRY_VOID(t.identity().addTenant(tenant(second, "b", key)));
            TRY_VOID(t.identity().addWorker({worker, first, {}, "w", "caseworker", false}));
            return t.identity().addDevice({device, first, worker, key, "d", "t", now, {}, {}});
        }));
    }

    [[nodiscard]] server::PostgresAddress address() const { return need(server::PostgresAddress::parse(m_address)); }
    [[nodiscard]] const std::string &url() const { return m_address; }
    using Opened = base::Result<std::unique_ptr<server::PostgresStore>>;
    [[nodiscard]] Opened open(server::PostgresStoreSetup setup) const
    {
        return server::PostgresStore::open(std::move(setup));
    }
    [[nodiscard]] std::unique_ptr<server::PostgresStore> open() const { return need(open({.address = address()})); }

    [[nodiscard]] server::StoredChange change(std::int64_t seq, std::uint8_t number) const
    {
        server::StoredChange made;
        made.seq = seq;
        made.caseId = caseId;
        made.id = idOf<base::ChangeId>(number);
        made.hash[0] = number;
        made.line = "line " + std::to_string(number);
        made.by = idOf<base::WorkerId>(3);
        made.at = now;
        made.device = device;
        made.n = number;
        made.received = now;
        return made;
    }
    [[nodiscard]] base::Result<void> addChange(server::StoreTransaction &t, base::TenantId to,
                                               std::uint8_t number) const
    {
        TRY(const auto seq, t.log().takeSeqs(to, 1));
        return t.log().addChange(to, change(seq, number));
    }

private:
    [[nodiscard]] server::Tenant tenant(base::TenantId id, const std::string &name, const crypto::PublicKey &key) const
    {
        const auto box = need(crypto::BoxPublicKey::fromBytes(base::Bytes(32, 9)));
        return {.id = id,
                .name = name,
                .profile = "taby",
                .signingKey = key,
                .recoveryKey = box,
                .outboxKey = box,
                .serverWorker = idOf<base::WorkerId>(250),
                .serverDevice = idOf<base::DeviceId>(251),
                .created = now};
    }
    std::string m_address;
};

} // namespace faltakt::test
