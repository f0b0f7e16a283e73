#include "sync/engine/back_off.h"

#include <algorithm>

namespace faltakt::engine {

Milliseconds BackOff::bound(int failures) const noexcept
{
    constexpr int MostDoublings = 16;
    const int doublings = std::clamp(failures - 1, 0, MostDoublings);
    return std::min(first * (std::int64_t(1) << doublings), longest);
}

Milliseconds BackOff::pause(int failures, std::uint64_t roll, std::chrono::seconds asked) const noexcept
{
    const Milliseconds jitter(std::int64_t(roll % (std::uint64_t(bound(failures).count()) + 1)));
    return std::clamp(asked, std::chrono::seconds(0), LongestAsked) + jitter;
}

} // namespace faltakt::engine
