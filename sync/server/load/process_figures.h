#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdint>

namespace faltakt::server {

/// What the system says of a process. A value.
struct ProcessFigures {
    std::int64_t memoryBytes = 0; ///< Resident now.
    std::int64_t peakBytes = 0;   ///< Resident at its highest, since the process began.
    std::chrono::milliseconds cpu{0};
};

/// NotFound where there is no such process.
[[nodiscard]] base::Result<ProcessFigures> processFigures(std::int64_t pid);

/// How many processes wanted a core in the last minute; 0 where the system does not say.
[[nodiscard]] double loadAverage();

} // namespace faltakt::server
