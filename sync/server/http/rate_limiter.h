#pragma once

#include "core/base/clock.h"

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace faltakt::server {

struct Rate {
    double perSecond = 50;
    double burst = 200;
};

/// A bucket of tokens for each name (an address, a device). Thread-safe. Names that have been quiet until their bucket
/// was full again are forgotten, and there is a bound on names, so that a flood of addresses costs no memory.
class RateLimiter {
public:
    RateLimiter(const base::MonotonicClock &clock, Rate rate, std::size_t maxNames = 65536)
        : m_clock(&clock), m_rate(rate), m_maxNames(maxNames)
    {
    }

    /// Takes one token; where there is none, how long until there is. With all names in use by others, a new name
    /// has to wait.
    [[nodiscard]] std::optional<std::chrono::milliseconds> take(std::string_view name);

private:
    struct Bucket {
        double tokens = 0;
        std::chrono::nanoseconds filled{0};
    };
    void forgetQuiet(std::chrono::nanoseconds now);
    [[nodiscard]] double tokensAt(const Bucket &bucket, std::chrono::nanoseconds now) const;

    const base::MonotonicClock *m_clock;
    Rate m_rate;
    std::size_t m_maxNames;
    std::mutex m_mutex;
    std::unordered_map<std::string, Bucket> m_buckets;
};

} // namespace faltakt::server
