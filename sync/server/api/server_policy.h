#pragma once

#include <chrono>
#include <cstdint>

namespace faltakt::server {

/// What the server asks of devices; the same for all tenants until profiles say otherwise.
struct ServerPolicy {
    std::chrono::hours lease{7 * 24};      ///< How long a device may show what it holds without a contact.
    std::chrono::hours protectedLease{24}; ///< The same while somebody with protected personal data is on it.
    std::chrono::minutes autoLock{4};
    std::chrono::hours codeLife{7 * 24}; ///< Of an enrolment code.
    /// Sealed bytes of attachments that all devices of a municipality, and one of them, may bring.
    std::int64_t blobBytesOfTenant = 20LL * 1024 * 1024 * 1024;
    std::int64_t blobBytesOfDevice = 2LL * 1024 * 1024 * 1024;
    std::chrono::hours orphanLife{30 * 24};    ///< For which bytes are kept that nothing names any more.
    std::chrono::hours unfinishedLife{3 * 24}; ///< For which room is kept for bytes that do not come.
    std::chrono::hours idleUpload{24}; ///< After which another device may bring what one has announced and not brought.
};

} // namespace faltakt::server
