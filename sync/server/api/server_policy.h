#pragma once

#include <chrono>

namespace faltakt::server {

/// What the server asks of devices; the same for all tenants until profiles say otherwise.
struct ServerPolicy {
    std::chrono::hours lease{7 * 24};      ///< How long a device may show what it holds without a contact.
    std::chrono::hours protectedLease{24}; ///< The same while somebody with protected personal data is on it.
    std::chrono::minutes autoLock{4};
    std::chrono::hours codeLife{7 * 24}; ///< Of an enrolment code.
};

} // namespace faltakt::server
