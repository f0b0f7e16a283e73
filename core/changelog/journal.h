#pragma once

#include "core/base/bytes.h"
#include "core/base/ids.h"

#include <cstdint>
#include <string>

namespace faltakt::changelog {

/// Where in a device's journal a change stands. Position is not part of the change: after a fork the device starts a
/// new epoch and gives what is unsent new positions, while lines, ids, hashes and signatures stay.
struct JournalPosition {
    std::int64_t epoch = 1;
    std::int64_t n = 0; ///< 1 is the first; 0 is "before the first".
    auto operator<=>(const JournalPosition &) const = default;
};

/// h(0): 32 zero bytes.
[[nodiscard]] constexpr base::Hash firstLink() { return {}; }
/// h(n) = BLAKE2b-256(h(n-1) || hash of the line).
[[nodiscard]] base::Hash nextLink(const base::Hash &previous, const base::Hash &lineHash);

/// What the device key signs at each push: one stored signature proves all that the device ever sent in the epoch.
[[nodiscard]] std::string journalStatement(base::TenantId tenant, base::DeviceId device, JournalPosition position,
                                           const base::Hash &link);

} // namespace faltakt::changelog
