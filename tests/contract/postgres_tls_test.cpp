// How the database is reached: which addresses are taken, and TLS against a server with a certificate of our own root.
#include "core/crypto/system_random.h"
#include "sync/server/ops/certificate_authority.h"
#include "tests/contract/postgres_fixture.h"

#include <fstream>

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::test;
using base::ErrorCode;

namespace {

std::string optionOf(const PostgresAddress &address, const std::string &name)
{
    for (const auto &[option, value] : address.options())
        if (option == name)
            return value;
    return {};
}

std::string pem(const crypto::SecretBytes &key) { return std::string(base::textOf(key.view())); }

/// A cluster that speaks TLS under the name "localhost", and the root that vouches for it.
class TlsPlace {
public:
    TlsPlace()
    {
        need(crypto::initialise());
        const base::SystemClock clock;
        const auto root = need(makeRoot("test", clock.now(), m_random));
        const auto own = need(makeServerCertificate(root, {"localhost"}, clock.now(), m_random));
        const auto stranger = need(makeRoot("stranger", clock.now(), m_random));
        std::ofstream(m_folder.file("root.pem")) << root.certificate;
        std::ofstream(m_folder.file("stranger.pem")) << stranger.certificate;
        m_cluster = std::make_unique<PostgresCluster>(PostgresCluster::Tls{own.certificate, pem(own.privateKey)});
        m_database = PostgresCluster::databaseOf(m_cluster->makeDatabase());
    }
    base::Result<std::unique_ptr<PostgresStore>> open(const std::string &host, const std::string &root)
    {
        const auto address = need(PostgresAddress::parse(
            m_cluster->addressOverTcp(host, m_database, "sslmode=verify-full&sslrootcert=" + m_folder.file(root))));
        return PostgresStore::open({.address = address, .create = true});
    }
    PostgresCluster &cluster() { return *m_cluster; }

private:
    TemporaryFolder m_folder;
    crypto::SystemRandom m_random;
    std::unique_ptr<PostgresCluster> m_cluster;
    std::string m_database;
};

} // namespace

TEST_CASE("over a network the database is spoken to by TLS with its name checked, or not at all", "[postgres]")
{
    const auto far = PostgresAddress::parse("postgres://faltakt@db.example/faltakt?sslrootcert=/etc/root.pem");
    CHECK(optionOf(need(far), "sslmode") == "verify-full");
    CHECK(optionOf(need(far), "ssl_min_protocol_version") == "TLSv1.3");
    CHECK_FALSE(need(far).staysOnMachine());
    for (const auto *mode : {"disable", "allow", "prefer", "require", "verify-ca"}) {
        INFO(mode);
        const auto url = std::string("postgres://faltakt@db.example/faltakt?sslmode=") + mode;
        CHECK(PostgresAddress::parse(url).error().code() == ErrorCode::InvalidInput);
    }
    // A near name before a far number, and a far name beside a near one.
    CHECK_FALSE(PostgresAddress::parse("postgres://f@localhost/d?hostaddr=192.0.2.1&sslmode=disable").has_value());
    CHECK_FALSE(PostgresAddress::parse("postgres://f@localhost,db.example/d?sslmode=disable").has_value());
}

TEST_CASE("on the machine itself the database may be reached in the clear", "[postgres]")
{
    for (const auto *where : {"localhost", "127.0.0.1", "[::1]", "%2Frun%2Fpostgresql", ""}) {
        INFO(where);
        CHECK(need(PostgresAddress::parse(std::string("postgres://faltakt@") + where + "/faltakt")).staysOnMachine());
    }
}

TEST_CASE("an address with a password, of a service file or of another sort is not taken", "[postgres]")
{
    for (const auto *url : {"postgres://faltakt:secret@localhost/f", "postgres://faltakt@localhost/f?password=secret",
                            "postgres://faltakt@localhost/f?service=x", "mysql://localhost/f", "host=localhost",
                            "postgres://faltakt@localhost:none/f?nonsense=1"}) {
        INFO(url);
        CHECK(PostgresAddress::parse(url).error().code() == ErrorCode::InvalidInput);
    }
}

TEST_CASE("a server with a certificate of the named root is spoken to by TLS 1.3, another's is refused", "[postgres]")
{
    TlsPlace place;
    const auto strange = place.open("localhost", "stranger.pem");
    CHECK(strange.error().code() == ErrorCode::Refused);
    // The right root, but a name that the certificate does not hold.
    CHECK(place.open("127.0.0.1", "root.pem").error().code() == ErrorCode::Refused);
    const auto store = need(place.open("localhost", "root.pem"));
    need(store->write([](StoreTransaction &t) { return t.identity().setSetting("x", "1"); }));
    const auto versions = place.cluster().run(
        place.cluster().addressAs(PostgresCluster::Superuser, "postgres"),
        "SELECT DISTINCT s.version FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) WHERE a.usename = 'faltakt'");
    CHECK(versions == std::vector<std::string>{"TLSv1.3"});
}
