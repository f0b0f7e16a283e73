#pragma once

#include "tests/support/temporary_folder.h"

#include <string>
#include <vector>

namespace faltakt::test {

/// A PostgreSQL cluster of the test's own, in a temporary folder, on a Unix socket there and on no port unless a
/// certificate is given. Ends with the test program, however that ends. As root it runs as "nobody": the database does not
/// run as root.
class PostgresCluster {
public:
    struct Tls {
        std::string certificate; ///< PEM
        std::string privateKey;
        bool durable = false; ///< As in earnest: each commit waits for the disk.
    };
    /// Ends the test program with words where the database cannot be started within half a minute.
    PostgresCluster() : PostgresCluster(nullptr) {}
    explicit PostgresCluster(const Tls &tls) : PostgresCluster(&tls) {}
    ~PostgresCluster();
    PostgresCluster(const PostgresCluster &) = delete;
    PostgresCluster &operator=(const PostgresCluster &) = delete;

    /// The one of this test program, started when it is first asked for.
    static PostgresCluster &shared();

    /// An empty database owned by the ordinary role "faltakt"; its address through the socket.
    [[nodiscard]] std::string makeDatabase();
    /// The address of a database of this cluster under another role.
    [[nodiscard]] std::string addressAs(const std::string &role, const std::string &database) const;
    /// Over TCP on this machine, with the rest of the address given.
    [[nodiscard]] std::string addressOverTcp(const std::string &host, const std::string &database,
                                             const std::string &parameters) const;
    /// The first column of what the statement gives, as text, one a row; errors end the test.
    std::vector<std::string> run(const std::string &address, const std::string &sql) const;
    /// The SQLSTATE that the statement ends with; empty where it succeeds.
    [[nodiscard]] std::string refusalOf(const std::string &address, const std::string &sql) const;
    /// Ends all connections to the database, as a restart of it would.
    void cutOff(const std::string &database) const;
    /// The administrator of the cluster.
    static constexpr auto Superuser = "cluster_admin";
    [[nodiscard]] static std::string databaseOf(const std::string &address);

private:
    explicit PostgresCluster(const Tls *tls);
    void initialise() const;
    void configure(const Tls *tls) const;
    void start();

    TemporaryFolder m_folder;
    int m_port = 5432; ///< Names the socket; without TLS nothing listens on it.
    int m_process = -1;
    int m_databases = 0;
};

} // namespace faltakt::test
