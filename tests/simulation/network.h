#pragma once

#include "core/base/random.h"
#include "sync/engine/engine.h"
#include "tests/simulation/timeline.h"

#include <functional>
#include <string>
#include <variant>

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
    /// The body of an answer as it came, what the server says instead, or what became of the call on its way.
    using Arrival = std::variant<std::string, base::Error, engine::Failed>;
    using Take = std::function<void(Arrival)>;

    /// Nobody takes an answer after it.
    static constexpr std::chrono::seconds TimeOut{30};

    Network(Timeline &timeline, std::uint64_t seed) : m_timeline(&timeline), m_random(seed) {}

    void setWeather(Weather weather) { m_weather = weather; }
    /// `serve` runs when the request arrives, once or twice; `take` when an answer does, or the time is over: never, once
    /// or several times.
    void carry(const Serve &serve, const Take &take);
    /// The same for a call of the engine's, which is told what `read` makes of the answer.
    void call(const Serve &serve, Read read, Arrive arrive);
    [[nodiscard]] std::uint64_t faults() const noexcept { return m_faults; }
    void countFault() { ++m_faults; }

private:
    [[nodiscard]] bool strikes(unsigned chance);
    [[nodiscard]] Duration delay();
    void serveOnce(const Serve &serve, const Take &take);

    Timeline *m_timeline;
    base::SeededRandom m_random;
    Weather m_weather;
    std::uint64_t m_faults = 0;
};

} // namespace faltakt::simulation
