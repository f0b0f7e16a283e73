#include "tests/support/postgres_cluster.h"

#include <grp.h>
#include <libpq-fe.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <thread>

namespace faltakt::test {

namespace {

const std::filesystem::path Programs = "/usr/lib/postgresql/15/bin";
constexpr int PatienceInSteps = 300;
constexpr auto Step = std::chrono::milliseconds(100);

[[noreturn]] void endTest(const std::string &words)
{
    std::fprintf(stderr, "PostgreSQL for the tests: %s\n", words.c_str());
    std::exit(1);
}

/// Whom the database runs as.
const passwd *owner() { return ::geteuid() == 0 ? ::getpwnam("nobody") : nullptr; }

void giveAway(const std::string &path)
{
    if (const passwd *user = owner(); user && ::chown(path.c_str(), user->pw_uid, user->pw_gid) != 0)
        endTest("cannot give " + path + " to nobody");
}

/// In the child: another user, the end of the test program as the end, words into a file.
void becomeServer(const passwd *user, const std::string &log)
{
    if (user && (::setgroups(0, nullptr) != 0 || ::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0))
        ::_exit(126);
    ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
    std::FILE *file = std::freopen(log.c_str(), "a", stdout);
    if (!file || ::dup2(::fileno(stdout), STDERR_FILENO) < 0)
        ::_exit(126);
}

int startProgram(const std::string &program, const std::vector<std::string> &arguments, const std::string &log)
{
    const std::string path = (Programs / program).string();
    std::vector<char *> words{const_cast<char *>(path.c_str())};
    for (const std::string &argument : arguments)
        words.push_back(const_cast<char *>(argument.c_str()));
    words.push_back(nullptr);
    const passwd *user = owner();
    const int child = ::fork();
    if (child != 0)
        return child;
    becomeServer(user, log);
    if (::chdir("/") == 0)
        ::execv(path.c_str(), words.data());
    ::_exit(127);
}

int freePort()
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(descriptor, reinterpret_cast<sockaddr *>(&address), size) != 0
        || ::getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        endTest("no free port");
    ::close(descriptor);
    return ntohs(address.sin_port);
}

void writeFile(const std::string &path, const std::string &text)
{
    std::ofstream(path) << text;
    std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    giveAway(path);
}

} // namespace

PostgresCluster::PostgresCluster(const Tls *tls)
{
    giveAway(m_folder.path());
    initialise();
    if (tls)
        m_port = freePort();
    configure(tls);
    start();
    run(addressAs(Superuser, "postgres"), "CREATE ROLE faltakt LOGIN");
}

PostgresCluster::~PostgresCluster()
{
    if (m_process <= 0)
        return;
    ::kill(m_process, SIGQUIT);
    ::waitpid(m_process, nullptr, 0);
}

PostgresCluster &PostgresCluster::shared()
{
    static PostgresCluster cluster;
    return cluster;
}

void PostgresCluster::initialise() const
{
    const int child = startProgram("initdb",
                                   {"-D", m_folder.file("data"), "-U", Superuser, "--auth=trust", "-E", "UTF8",
                                    "--locale=C", "--no-sync", "--no-instructions"},
                                   m_folder.file("log"));
    int status = 0;
    ::waitpid(child, &status, 0);
    if (status != 0)
        endTest("initdb failed");
}

void PostgresCluster::configure(const Tls *tls) const
{
    std::string settings = "unix_socket_directories = '" + m_folder.path() + "'\n" + "port = " + std::to_string(m_port)
                           + "\n"
                           // The machine does not lose its power during the test, and dead processes lose nothing.
                           + std::string(tls && tls->durable ? "" : "fsync = off\n")
                           + "max_connections = 50\nshared_buffers = 32MB\n";
    if (tls) {
        writeFile(m_folder.file("server.pem"), tls->certificate);
        writeFile(m_folder.file("server.key"), tls->privateKey);
        settings += "listen_addresses = '127.0.0.1'\nssl = on\nssl_cert_file = '" + m_folder.file("server.pem")
                    + "'\nssl_key_file = '" + m_folder.file("server.key") + "'\n";
    } else {
        settings += "listen_addresses = ''\n";
    }
    std::ofstream(m_folder.file("data/postgresql.auto.conf"), std::ios::app) << settings;
}

void PostgresCluster::start()
{
    m_process = startProgram("postgres", {"-D", m_folder.file("data")}, m_folder.file("log"));
    const std::string address = addressAs(Superuser, "postgres");
    for (int i = 0; i < PatienceInSteps; ++i) {
        if (PQping(address.c_str()) == PQPING_OK)
            return;
        if (::waitpid(m_process, nullptr, WNOHANG) == m_process)
            break;
        std::this_thread::sleep_for(Step);
    }
    endTest("did not start; see " + m_folder.file("log"));
}

std::string PostgresCluster::addressAs(const std::string &role, const std::string &database) const
{
    std::string host;
    for (const char letter : m_folder.path())
        host += letter == '/' ? "%2F" : std::string(1, letter);
    return "postgres://" + role + '@' + host + ':' + std::to_string(m_port) + '/' + database;
}

std::string PostgresCluster::addressOverTcp(const std::string &host, const std::string &database,
                                            const std::string &parameters) const
{
    return "postgres://faltakt@" + host + ':' + std::to_string(m_port) + '/' + database + '?' + parameters;
}

std::string PostgresCluster::databaseOf(const std::string &address) { return address.substr(address.rfind('/') + 1); }

std::string PostgresCluster::makeDatabase()
{
    const std::string name = "test" + std::to_string(++m_databases);
    run(addressAs(Superuser, "postgres"), "CREATE DATABASE " + name + " OWNER faltakt");
    return addressAs("faltakt", name);
}

std::vector<std::string> PostgresCluster::run(const std::string &address, const std::string &sql) const
{
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(address.c_str()), PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), sql.c_str()), PQclear);
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        endTest(sql + ": " + PQerrorMessage(connection.get()));
    std::vector<std::string> values;
    for (int row = 0; row < PQntuples(result.get()); ++row)
        values.emplace_back(PQgetvalue(result.get(), row, 0));
    return values;
}

std::string PostgresCluster::refusalOf(const std::string &address, const std::string &sql) const
{
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(address.c_str()), PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), sql.c_str()), PQclear);
    const char *state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
    return state ? state : "";
}

void PostgresCluster::cutOff(const std::string &database) const
{
    run(addressAs(Superuser, "postgres"),
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '" + database + "'");
}

} // namespace faltakt::test
