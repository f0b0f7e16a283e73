#pragma once

#include "sync/server/store/server_store.h"

#include <optional>

namespace faltakt::server {

/// What a device was to forget and has not said to be gone.
struct OpenForgets {
    std::int64_t count = 0;
    std::optional<base::Instant> since; ///< When the oldest of them was ordered, where that is known.
};

/// Reads no entry that lies before the device's last receipt, but for the cases that were touched since.
[[nodiscard]] base::Result<OpenForgets> openForgets(LogReader &log, const Device &device,
                                                    const std::vector<Grantee> &grantees);

} // namespace faltakt::server
