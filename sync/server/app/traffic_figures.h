#pragma once

#include <atomic>
#include <cstdint>
#include <string>

namespace faltakt::server {

/// What has passed since the start, for the operators. Counts alone: no names, no ids. Thread-safe.
struct TrafficFigures {
    std::atomic<std::int64_t> requests = 0;
    std::atomic<std::int64_t> refusals = 0;
    std::atomic<std::int64_t> failures = 0; ///< The server's own fault.
    std::atomic<std::int64_t> linesPushed = 0;
    std::atomic<std::int64_t> linesQuarantined = 0;
    std::atomic<std::int64_t> itemsPulled = 0;

    /// One "name value" a line, as monitoring programs read them.
    [[nodiscard]] std::string toText() const;
};

} // namespace faltakt::server
