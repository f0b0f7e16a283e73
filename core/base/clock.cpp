#include "core/base/clock.h"

namespace faltakt::base {

Instant SystemClock::now() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::chrono::nanoseconds SystemMonotonicClock::elapsed() const
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

} // namespace faltakt::base
