#include "sync/server/load/load_run.h"

#include "sync/server/load/load_device.h"
#include "sync/server/load/process_figures.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <cmath>
#include <memory>

namespace faltakt::server {

namespace asio = boost::asio;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int EnrolAtOnce = 8;
constexpr auto Tick = std::chrono::milliseconds(200);
constexpr auto TellEvery = std::chrono::seconds(10);
constexpr auto EndPatience = std::chrono::seconds(35);  // A call under way may take its whole patience.
constexpr auto HearPatience = std::chrono::seconds(15); // For what was pushed last.
constexpr double Mebibyte = 1024.0 * 1024.0;

double rounded(double value) { return std::round(value * 100) / 100; }

/// Leads the devices through a run: enrols, lets them work, waits until everybody has heard everything.
class LoadRun {
public:
    LoadRun(LoadSetup setup, std::unique_ptr<HttpsPeer> peer)
        : m_setup(std::move(setup)), m_peer(std::move(peer)), m_ids(m_setup.clock, m_setup.random),
          m_ledger(m_setup.town.teamOf), m_environment{.io = m_io,
                                                       .peer = *m_peer,
                                                       .clock = m_setup.clock,
                                                       .monotonic = m_setup.monotonic,
                                                       .random = m_setup.random,
                                                       .ids = m_ids,
                                                       .latencies = m_latencies,
                                                       .ledger = m_ledger,
                                                       .every = m_setup.plan.every}
    {
    }

    Result<LoadOutcome> run();

private:
    asio::awaitable<void> conduct();
    asio::awaitable<void> enrolNext();
    asio::awaitable<void> pause(std::chrono::milliseconds duration);
    /// Until the condition holds, at the latest after `patience`.
    asio::awaitable<void> waitFor(std::function<bool()> condition, std::chrono::nanoseconds patience);
    asio::awaitable<void> conductToEnd();
    void spawn(asio::awaitable<void> work) { asio::co_spawn(m_io, std::move(work), asio::detached); }
    void sample();
    void tellProgress();
    [[nodiscard]] base::json::Object serverFigures() const;

    LoadSetup m_setup;
    asio::io_context m_io{1};
    std::unique_ptr<HttpsPeer> m_peer;
    base::UuidMaker m_ids;
    LatencyFigures m_latencies;
    LoadLedger m_ledger;
    LoadEnvironment m_environment;
    std::vector<std::unique_ptr<LoadDevice>> m_devices;
    std::size_t m_nextToEnrol = 0;
    int m_enrolled = 0;
    int m_enrolling = 0;

    ProcessFigures m_before, m_after;
    std::int64_t m_peak = 0;
    double m_loadBefore = 0;
    std::chrono::nanoseconds m_began{0}, m_ended{0};
    std::chrono::nanoseconds m_lastTold{0};
};

asio::awaitable<void> LoadRun::pause(std::chrono::milliseconds duration)
{
    asio::steady_timer timer(m_io);
    timer.expires_after(duration);
    (void)co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
}

asio::awaitable<void> LoadRun::waitFor(std::function<bool()> condition, std::chrono::nanoseconds patience)
{
    const auto end = m_setup.monotonic.elapsed() + patience;
    while (!condition() && m_setup.monotonic.elapsed() < end) {
        co_await pause(Tick);
        sample();
    }
}

void LoadRun::sample()
{
    if (const auto figures = processFigures(m_setup.server)) {
        m_after = *figures;
        m_peak = std::max(m_peak, figures->memoryBytes);
    }
}

void LoadRun::tellProgress()
{
    const auto now = m_setup.monotonic.elapsed();
    if (now - m_lastTold < TellEvery)
        return;
    m_lastTold = now;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now - m_began).count();
    m_setup.tell(std::to_string(seconds) + " s: " + std::to_string(m_environment.syncs) + " syncs, "
                 + std::to_string(m_ledger.accepted()) + " changes, push p99 "
                 + std::to_string(std::llround(m_latencies.percentile("push", 0.99))) + " ms, server "
                 + std::to_string(std::llround(double(m_after.memoryBytes) / Mebibyte)) + " MiB");
}

asio::awaitable<void> LoadRun::enrolNext()
{
    ++m_enrolling;
    while (m_nextToEnrol < m_devices.size()) {
        LoadDevice &device = *m_devices[m_nextToEnrol++];
        const bool enrolled = co_await device.enrol();
        m_enrolled += enrolled ? 1 : 0;
    }
    --m_enrolling;
}

asio::awaitable<void> LoadRun::conduct()
{
    for (int i = 0; i < EnrolAtOnce; ++i)
        spawn(enrolNext());
    co_await pause(Tick);
    while (m_enrolling > 0)
        co_await pause(Tick);
    m_setup.tell(std::to_string(m_enrolled) + " of " + std::to_string(m_devices.size()) + " devices are enrolled");
    if (m_enrolled < int(m_devices.size()))
        co_return;
    sample();
    m_before = m_after;
    m_loadBefore = loadAverage();
    m_began = m_lastTold = m_setup.monotonic.elapsed();
    for (const auto &device : m_devices) {
        spawn(device->listen());
        spawn(device->work());
    }
    const auto end = m_began + m_setup.plan.duration;
    while (m_setup.monotonic.elapsed() < end) {
        co_await pause(Tick);
        sample();
        tellProgress();
    }
    m_environment.working = false;
    for (const auto &device : m_devices)
        device->stopWorking();
    const int listeners = int(m_devices.size());
    co_await waitFor([&] { return m_environment.busy <= listeners; }, EndPatience);
    m_ended = m_setup.monotonic.elapsed();
    co_await waitFor([&] { return m_ledger.missing() == 0; }, HearPatience);
    m_environment.listening = false;
    for (const auto &device : m_devices)
        device->stopListening();
    co_await waitFor([&] { return m_environment.busy == 0; }, EndPatience);
}

/// Whatever still waits for a server that does not answer is given up, so that a run always ends.
asio::awaitable<void> LoadRun::conductToEnd()
{
    co_await conduct();
    m_io.stop();
}

base::json::Object LoadRun::serverFigures() const
{
    const double seconds = std::chrono::duration<double>(m_ended - m_began).count();
    const double cpu = std::chrono::duration<double>(m_after.cpu - m_before.cpu).count();
    return {{"pid", m_setup.server},
            {"memoryBefore", m_before.memoryBytes},
            {"memoryPeak", std::max(m_peak, m_before.memoryBytes)},
            {"memoryAfter", m_after.memoryBytes},
            {"cpuSeconds", rounded(cpu)},
            {"cores", seconds > 0 ? rounded(cpu / seconds) : 0.0}};
}

Result<LoadOutcome> LoadRun::run()
{
    for (std::size_t i = 0; i < m_setup.town.codes.size(); ++i) {
        TRY(auto key, crypto::SigningKey::make());
        m_devices.push_back(std::make_unique<LoadDevice>(m_environment, int(i), m_setup.town.codes[i], std::move(key)));
    }
    spawn(conductToEnd());
    m_io.run();
    const bool began = m_enrolled == int(m_devices.size());
    LoadOutcome outcome;
    outcome.flawless = began && m_ledger.flawless();
    outcome.figures = {{"tenant", m_setup.town.tenant},
                       {"devices", std::int64_t(m_devices.size())},
                       {"enrolled", m_enrolled},
                       {"seconds", rounded(std::chrono::duration<double>(m_ended - m_began).count())},
                       {"every", std::int64_t(m_setup.plan.every.count())},
                       {"syncs", m_environment.syncs},
                       {"polls", m_environment.polls}};
    m_ledger.writeTo(outcome.figures);
    outcome.figures.append("calls", m_latencies.toJson());
    outcome.figures.append("server", serverFigures());
    outcome.figures.append("loadAverage", base::json::Array{m_loadBefore, loadAverage()});
    outcome.figures.append("flawless", outcome.flawless);
    return outcome;
}

} // namespace

Result<LoadOutcome> runLoad(LoadSetup setup)
{
    if (setup.town.codes.empty())
        return fail(ErrorCode::InvalidInput, "a load run needs a device");
    const protocol::EnrolmentCode &code = setup.town.codes.front();
    TRY(auto peer, HttpsPeer::make(code.host, code.port, setup.rootPem));
    LoadRun run(std::move(setup), std::move(peer));
    return run.run();
}

} // namespace faltakt::server
