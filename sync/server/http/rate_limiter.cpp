#include "sync/server/http/rate_limiter.h"

#include <algorithm>

namespace faltakt::server {

namespace {

constexpr auto WhenNamesRunOut = std::chrono::seconds(1);

} // namespace

double RateLimiter::tokensAt(const Bucket &bucket, std::chrono::nanoseconds now) const
{
    const double seconds = std::chrono::duration<double>(now - bucket.filled).count();
    return std::min(m_rate.burst, bucket.tokens + seconds * m_rate.perSecond);
}

void RateLimiter::forgetQuiet(std::chrono::nanoseconds now)
{
    std::erase_if(m_buckets, [&](const auto &entry) { return tokensAt(entry.second, now) >= m_rate.burst; });
}

std::optional<std::chrono::milliseconds> RateLimiter::take(std::string_view name)
{
    const std::lock_guard lock(m_mutex);
    const auto now = m_clock->elapsed();
    auto entry = m_buckets.find(std::string(name));
    if (entry == m_buckets.end()) {
        if (m_buckets.size() >= m_maxNames)
            forgetQuiet(now);
        if (m_buckets.size() >= m_maxNames)
            return WhenNamesRunOut;
        entry = m_buckets.emplace(std::string(name), Bucket{m_rate.burst, now}).first;
    }
    Bucket &bucket = entry->second;
    bucket.tokens = tokensAt(bucket, now);
    bucket.filled = now;
    if (bucket.tokens < 1) {
        const double seconds = (1 - bucket.tokens) / m_rate.perSecond;
        return std::chrono::milliseconds(std::int64_t(seconds * 1000) + 1);
    }
    bucket.tokens -= 1;
    return std::nullopt;
}

} // namespace faltakt::server
