#pragma once

#include "core/crypto/hash.h"
#include "core/crypto/initialise.h"
#include "core/store/database.h"
#include "sync/server/store/embedded/embedded_store.h"
#include "sync/server/store/postgres/postgres_store.h"
#include "tests/support/catch.h"
#include "tests/support/postgres_cluster.h"
#include "tests/support/temporary_folder.h"

#include <tuple>

/// The stores of the server under one contract, and a filled one. A further store joins the list of subjects.
namespace faltakt::server::contract {

using changelog::Compartment;
using changelog::CompartmentSet;
using changelog::VerdictKind;

template <typename T>
T need(base::Result<T> result)
{
    if (!result)
        FAIL(result.error().toString());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// The embedded store: with readers beside the writer, or all on one connection.
template <int Readers>
class EmbeddedSubject {
public:
    EmbeddedSubject() : m_key(crypto::SecretBytes::ofSize(32)) { m_store = need(open(true)); }
    ServerStore &store() { return *m_store; }
    /// As after the end of the process.
    void reopen()
    {
        m_store.reset();
        m_store = need(open(false));
    }
    /// As somebody who has the file and its key, and minds no trigger.
    void rewriteAccessLog(const std::string &sql)
    {
        m_store.reset();
        {
            const auto database = need(store::Database::open({.path = m_folder.file("server.db")}, m_key));
            need(database->execute("DROP TRIGGER access_log_is_not_edited; DROP TRIGGER access_log_is_not_shortened"));
            need(database->execute(sql.c_str()));
        }
        m_store = need(open(false));
    }

private:
    base::Result<std::unique_ptr<EmbeddedStore>> open(bool create)
    {
        return EmbeddedStore::open(
            {.path = m_folder.file("server.db"), .vfs = {}, .create = create, .readers = Readers}, m_key);
    }
    test::TemporaryFolder m_folder;
    crypto::SecretBytes m_key;
    std::unique_ptr<EmbeddedStore> m_store;
};

/// The same on PostgreSQL, in a database of its own.
class PostgresSubject {
public:
    PostgresSubject() : m_address(test::PostgresCluster::shared().makeDatabase()) { m_store = need(open(true)); }
    ServerStore &store() { return *m_store; }
    void reopen()
    {
        m_store.reset();
        m_store = need(open(false));
    }
    /// As the database's administrator, whom no policy stops.
    void rewriteAccessLog(const std::string &sql)
    {
        const auto &cluster = test::PostgresCluster::shared();
        cluster.run(cluster.addressAs(test::PostgresCluster::Superuser, test::PostgresCluster::databaseOf(m_address)),
                    sql);
    }

private:
    base::Result<std::unique_ptr<PostgresStore>> open(bool create)
    {
        return PostgresStore::open({.address = need(PostgresAddress::parse(m_address)), .create = create});
    }
    std::string m_address;
    std::unique_ptr<PostgresStore> m_store;
};

using Subjects = std::tuple<EmbeddedSubject<0>, EmbeddedSubject<3>, PostgresSubject>;

template <typename IdType>
IdType idOf(std::uint8_t number)
{
    std::array<std::uint8_t, 16> bytes{};
    bytes[0] = number;
    bytes[6] = 0x70;
    return IdType(base::Uuid(bytes));
}

inline base::Hash hashOf(std::uint8_t number)
{
    base::Hash hash{};
    hash[0] = number;
    return hash;
}

inline const base::Instant Now = base::instantFromMs(1'770'000'000'000);

/// A store with two tenants, each with a worker and a device.
template <typename Subject>
struct Filled : Subject {
    TenantId first = idOf<TenantId>(1);
    TenantId second = idOf<TenantId>(2);
    WorkerId worker = idOf<WorkerId>(3);
    DeviceId device = idOf<DeviceId>(4);
    CaseId caseId = idOf<CaseId>(5);
    crypto::SigningKey key = need(crypto::SigningKey::make());

    Filled()
    {
        need(crypto::initialise());
        write([&](StoreTransaction &t) -> base::Result<void> {
            TRY_VOID(t.identity().addTenant(tenant(first, "a")));
            TRY_VOID(t.identity().addTenant(tenant(second, "b")));
            TRY_VOID(t.identity().addWorker({worker, first, {}, "w", "caseworker", false}));
            return t.identity().addDevice(deviceOf(device, first, worker));
        });
    }
    template <typename Function>
    auto write(Function function)
    {
        return need(this->store().write(function));
    }
    template <typename Function>
    auto read(Function function)
    {
        return need(this->store().read(function));
    }
    Tenant tenant(TenantId id, const std::string &name) const
    {
        const auto box = need(crypto::BoxPublicKey::fromBytes(base::Bytes(32, 9)));
        return {.id = id,
                .name = name,
                .profile = "taby",
                .signingKey = key.publicKey(),
                .recoveryKey = box,
                .outboxKey = box,
                .serverWorker = idOf<WorkerId>(250),
                .serverDevice = idOf<DeviceId>(251),
                .created = Now};
    }
    server::Device deviceOf(DeviceId id, TenantId of, WorkerId by) const
    {
        return {.id = id,
                .tenant = of,
                .worker = by,
                .key = key.publicKey(),
                .name = "d",
                .app = "t",
                .enrolled = Now,
                .revokedAt = {},
                .lastContact = {}};
    }
    StoredChange change(std::int64_t seq, std::uint8_t number) const
    {
        StoredChange made;
        made.seq = seq;
        made.caseId = caseId;
        made.compartment = Compartment::File;
        made.id = idOf<ChangeId>(number);
        made.hash = hashOf(number);
        made.line = "line " + std::to_string(number);
        made.by = worker;
        made.at = Now;
        made.device = device;
        made.n = number;
        made.received = Now;
        made.stamp = hashOf(std::uint8_t(number + 100));
        return made;
    }
    void addChanges(TenantId to, std::uint8_t from, std::uint8_t last)
    {
        write([&](StoreTransaction &t) -> base::Result<void> {
            TRY(std::int64_t seq, t.log().takeSeqs(to, last - from + 1));
            for (std::uint8_t number = from; number <= last; ++number)
                TRY_VOID(t.log().addChange(to, change(seq++, number)));
            return {};
        });
    }
};

} // namespace faltakt::server::contract
