#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/random.h"
#include "sync/server/load/load_town.h"

#include <chrono>
#include <functional>
#include <string>

namespace faltakt::server {

struct LoadPlan {
    static constexpr int MostDevices = 2000;

    int devices = 0;
    std::chrono::seconds duration{60};
    std::chrono::seconds every{30};
};

struct LoadSetup {
    LoadPlan plan;
    LoadTown town;
    std::string rootPem;
    std::int64_t server = 0; ///< The serving process, on this machine.
    const base::Clock &clock;
    const base::MonotonicClock &monotonic;
    base::Random &random;
    std::function<void(const std::string &)> tell; ///< Words for whoever waits.
};

struct LoadOutcome {
    base::json::Object figures;
    bool flawless = false; ///< Nothing lost, nothing twice, no error.
};

/// Plays the devices for as long as the plan says, on this thread. InvalidInput, Unreachable where it cannot begin; what goes
/// wrong on the way stands in the figures.
[[nodiscard]] base::Result<LoadOutcome> runLoad(LoadSetup setup);

} // namespace faltakt::server
