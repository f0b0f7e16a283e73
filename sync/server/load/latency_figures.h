#pragma once

#include "core/base/json.h"

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::server {

/// How long things took, by name. Keeps every single time: a load run has some hundred thousand at most, and a percentile
/// of kept times needs no excuse.
class LatencyFigures {
public:
    void add(std::string_view name, std::chrono::nanoseconds took);

    /// By name {"count","p50","p99","max"} in milliseconds.
    [[nodiscard]] base::json::Object toJson() const;
    /// In milliseconds; the smallest time that this share of all times does not pass. 0 where there are none.
    [[nodiscard]] double percentile(std::string_view name, double share) const;
    [[nodiscard]] std::size_t count(std::string_view name) const;

private:
    std::map<std::string, std::vector<std::chrono::nanoseconds>, std::less<>> m_times;
};

} // namespace faltakt::server
