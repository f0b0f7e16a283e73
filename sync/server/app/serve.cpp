#include "sync/server/app/serve.h"

#include "core/base/answer_words.h"
#include "core/base/log.h"
#include "core/crypto/file_steps.h"
#include "sync/protocol/enrolment_code.h"
#include "sync/server/api/server_settings.h"
#include "sync/server/app/admin_commands.h"
#include "sync/server/app/alarm_clock.h"
#include "sync/server/app/json_line.h"
#include "sync/server/app/open_files.h"
#include "sync/server/app/sync_routes.h"
#include "sync/server/http/http_server.h"
#include "sync/server/ops/admin_socket.h"
#include "sync/server/ops/metrics_listener.h"

#include <csignal>

#include <charconv>
#include <cstdio>
#include <filesystem>
#include <mutex>
#include <thread>
#include <unistd.h>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::LogEvent;
using base::Result;

namespace {

constexpr int Readers = 4;
constexpr std::chrono::milliseconds StopPatience = std::chrono::seconds(10);
constexpr std::size_t MaxPem = 64 * 1024;
constexpr std::size_t BootKeySize = 32;

struct ListenAddress {
    std::string host;
    std::uint16_t port = 0;
};

Result<ListenAddress> listenAddress(const std::string &text, const std::string &option)
{
    const auto colon = text.rfind(':');
    ListenAddress address;
    if (colon == std::string::npos || colon == 0)
        return fail(ErrorCode::InvalidInput, "--" + option + " takes HOST:PORT");
    address.host = text.substr(0, colon);
    if (address.host.starts_with('[') && address.host.ends_with(']'))
        address.host = address.host.substr(1, address.host.size() - 2);
    const auto [end, error] = std::from_chars(text.data() + colon + 1, text.data() + text.size(), address.port);
    if (error != std::errc() || end != text.data() + text.size())
        return fail(ErrorCode::InvalidInput, "--" + option + " takes HOST:PORT");
    return address;
}

/// Looked at before the server is relied on for it: an alarm that nobody hears of is found too late.
Result<void> checkHook(const std::string &program)
{
    std::error_code ignored;
    if (program.empty() || (std::filesystem::is_regular_file(program, ignored) && ::access(program.c_str(), X_OK) == 0))
        return {};
    return fail(ErrorCode::InvalidInput, "--alarm-hook takes a program that can be run, with its whole path");
}

/// The chain with the root at its end: a new device finds the root in it by its fingerprint.
Result<TlsIdentity> readIdentity(const DataFolder &folder)
{
    crypto::SystemFileSteps files;
    TRY(const std::string own, readTextFile(folder.keys() / CertificateFiles::ServerCertificate, MaxPem));
    TRY(const std::string root, readTextFile(folder.keys() / CertificateFiles::RootCertificate, MaxPem));
    TRY(auto key, files.read(folder.keys() / CertificateFiles::ServerKey, MaxPem));
    TlsIdentity identity{own + root, crypto::SecretBytes::copyOf(key)};
    crypto::wipeMemory(key);
    return identity;
}

std::string answerAdmin(AdminCommands &commands, const std::string &text)
{
    const auto request = decodeAdminRequest(text);
    return encode(request ? commands.run(*request)
                          : AdminAnswer{1, {}, "faltakt-server: the command could not be read\n"});
}

/// Long-lived objects of the serving process, in the order of their needs.
class ServingProcess {
public:
    ServingProcess(base::Random &random)
        : m_bootKey(crypto::SecretBytes::makeRandom(random, BootKeySize)), m_random(random),
          m_gate(m_bootKey, m_monotonic, random), m_waiters(m_monotonic),
          m_log(m_clock, [this](std::string_view line) { writeLog(line); })
    {
    }

    Result<void> start(const ParsedCommand &command);
    /// Returns when the signal came and everything has ended.
    void runUntil(const sigset_t &signals);

private:
    void writeLog(std::string_view line)
    {
        const std::lock_guard lock(m_logMutex);
        std::fprintf(stderr, "%.*s\n", int(line.size()), line.data());
    }
    Result<void> noteAddress(const std::string &address);
    /// The member for the ready line; empty where no metrics are wanted.
    Result<std::string> startMetrics(const ParsedCommand &command);

    base::SystemClock m_clock;
    base::SystemMonotonicClock m_monotonic;
    crypto::SecretBytes m_bootKey;
    base::Random &m_random;
    ProofGate m_gate;
    std::mutex m_logMutex;
    PullWaiters m_waiters;
    base::Log m_log;
    std::unique_ptr<ServerInstance> m_instance;
    std::unique_ptr<SyncRoutes> m_routes;
    std::unique_ptr<HttpServer> m_http;
    std::unique_ptr<MetricsListener> m_metrics;
    std::unique_ptr<AdminCommands> m_commands;
    std::unique_ptr<AdminSocket> m_socket;
    std::unique_ptr<AlarmClock> m_alarms;
};

Result<void> ServingProcess::noteAddress(const std::string &address)
{
    return m_instance->core().store().write([&](StoreTransaction &transaction) {
        return transaction.identity().setSetting(SettingNames::ServedAddress, address);
    });
}

Result<std::string> ServingProcess::startMetrics(const ParsedCommand &command)
{
    if (!command.request.has("metrics"))
        return std::string();
    TRY(const ListenAddress address, listenAddress(command.request.option("metrics"), "metrics"));
    TRY(m_metrics, MetricsListener::listen(address.host, address.port,
                                           {.figures = [this] { return m_routes->figures().toText(); },
                                            .healthy = [this] { return m_routes->storeAnswers(); }}));
    return protocol::formatHostAndPort(address.host, m_metrics->port());
}

Result<void> ServingProcess::start(const ParsedCommand &command)
{
    TRY(const ListenAddress address, listenAddress(command.request.option("listen"), "listen"));
    TRY_VOID(checkHook(command.request.option("alarm-hook")));
    const DataFolder folder(command.data);
    if (!folder.isInitialised() && command.database.empty())
        return fail(ErrorCode::NotFound, "there is no server's data in this folder: run init first");
    TRY(auto lock, DataLock::tryTake(folder));
    if (!lock)
        return fail(ErrorCode::Busy, "this data folder is in use by another process");
    TRY(m_instance, ServerInstance::open(
                        folder, std::move(*lock), Readers, m_clock, m_random,
                        [this](TenantId tenant) { m_waiters.wake(tenant); }, command.database));
    m_routes = std::make_unique<SyncRoutes>(m_instance->core(), m_gate, m_waiters, m_monotonic, m_log);
    TRY(auto identity, readIdentity(folder));
    TRY(m_http, HttpServer::start({.host = address.host,
                                   .port = address.port,
                                   .limits = {},
                                   .identity = std::move(identity),
                                   .handler = m_routes.get(),
                                   .clock = &m_monotonic}));
    const std::string served = protocol::formatHostAndPort(address.host, m_http->port());
    TRY_VOID(noteAddress(served));
    m_commands = std::make_unique<AdminCommands>(*m_instance);
    TRY(m_socket, AdminSocket::listen(folder.adminSocket(),
                                      [this](const std::string &text) { return answerAdmin(*m_commands, text); }));
    TRY(const std::string metrics, startMetrics(command));
    m_alarms = std::make_unique<AlarmClock>(m_instance->core(), m_log, command.request.option("alarm-hook"));
    base::json::Object ready{{"listening", served}};
    if (!metrics.empty())
        ready.append("metrics", metrics);
    const std::string line = jsonLine(std::move(ready));
    std::fputs(line.c_str(), stdout);
    std::fflush(stdout);
    m_log.write(LogEvent("serve").number("port", m_http->port()));
    return {};
}

void ServingProcess::runUntil(const sigset_t &signals)
{
    int signal = 0;
    while (sigwait(&signals, &signal) != 0) {}
    m_log.write(LogEvent("stop").number("signal", signal));
    m_alarms.reset();
    m_socket.reset();
    m_metrics.reset();
    m_waiters.release();
    m_http->stop(StopPatience);
    m_http.reset();
    m_log.write(LogEvent("stopped"));
}

} // namespace

int serve(const ParsedCommand &command, base::Random &random)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    raiseOpenFiles();
    ServingProcess process(random);
    const auto started = process.start(command);
    if (!started) {
        std::fprintf(stderr, "faltakt-server: %s\n", base::answerWords(started.error().detail()).c_str());
        return started.error().code() == ErrorCode::InvalidInput ? 2 : 1;
    }
    process.runUntil(signals);
    return 0;
}

} // namespace faltakt::server
