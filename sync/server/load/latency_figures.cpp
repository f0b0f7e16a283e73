#include "sync/server/load/latency_figures.h"

#include <algorithm>
#include <cmath>

namespace faltakt::server {

namespace {

/// Hundredths of a millisecond: what is finer is noise.
double milliseconds(std::chrono::nanoseconds time) { return std::round(double(time.count()) / 1e4) / 100; }

/// The nearest rank, so that it is always a time that was measured.
double rank(const std::vector<std::chrono::nanoseconds> &sorted, double share)
{
    if (sorted.empty())
        return 0;
    const auto place = std::size_t(std::ceil(share * double(sorted.size())));
    return milliseconds(sorted[std::clamp<std::size_t>(place, 1, sorted.size()) - 1]);
}

} // namespace

void LatencyFigures::add(std::string_view name, std::chrono::nanoseconds took)
{
    auto entry = m_times.find(name);
    if (entry == m_times.end())
        entry = m_times.emplace(std::string(name), std::vector<std::chrono::nanoseconds>()).first;
    entry->second.push_back(took);
}

base::json::Object LatencyFigures::toJson() const
{
    base::json::Object calls;
    for (const auto &[name, times] : m_times) {
        auto sorted = times;
        std::sort(sorted.begin(), sorted.end());
        calls.append(name, base::json::Object{{"count", std::int64_t(sorted.size())},
                                              {"p50", rank(sorted, 0.5)},
                                              {"p99", rank(sorted, 0.99)},
                                              {"max", rank(sorted, 1)}});
    }
    return calls;
}

double LatencyFigures::percentile(std::string_view name, double share) const
{
    const auto entry = m_times.find(name);
    if (entry == m_times.end())
        return 0;
    auto sorted = entry->second;
    std::sort(sorted.begin(), sorted.end());
    return rank(sorted, share);
}

std::size_t LatencyFigures::count(std::string_view name) const
{
    const auto entry = m_times.find(name);
    return entry == m_times.end() ? 0 : entry->second.size();
}

} // namespace faltakt::server
