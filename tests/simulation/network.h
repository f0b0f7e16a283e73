#pragma once

#include "core/base/random.h"
#include "sync/engine/engine.h"
#include "tests/simulation/timeline.h"

#include <functional>
#include <string>

namespace faltakt::simulation {

class SimulatedServer;

/// How badly the network behaves; chances in thousandths.
struct Weather {
    unsigned lost = 0;  ///< A request or an answer never arrives.
    unsigned twice = 0; ///< A request arrives again, later.
    unsigned late = 0;  ///< Something arrives after everybody has given up on it.
    unsigned cut = 0;   ///< An answer ends in the middle.
    unsigned busy = 0;  ///< 503 with Retry-After.
    unsigned unauthorised = 0;
};

/// Carries requests and answers as bytes between devices and the server, or does not. Counts what it does to them.
class Network {
public:
    using Serve = std::function<base::Result<std::string>()>;
    using Read = std::function<base::Result<engine::Happening>(std::string_view)>;
    using Arrive = std::function<void(engine::Happening)>;

    Network(Timeline &timeline, std::uint64_t seed) : m_timeline(&timeline), m_random(seed) {}

    void setWeather(Weather weather) { m_weather = weather; }
    /// `serve` runs when the request arrives, once or twice; `arrive` when an answer does, or the time is over: never, once
    /// or several times.
    void call(Serve serve, Read read, Arrive arrive);
    [[nodiscard]] std::uint64_t faults() const noexcept { return m_faults; }
    void countFault() { ++m_faults; }

private:
    [[nodiscard]] bool strikes(unsigned chance);
    [[nodiscard]] Duration delay();
    void serveOnce(const Serve &serve, const Read &read, const Arrive &arrive);

    Timeline *m_timeline;
    base::SeededRandom m_random;
    Weather m_weather;
    std::uint64_t m_faults = 0;
};

} // namespace faltakt::simulation
