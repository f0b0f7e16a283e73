#pragma once

#include "sync/client/field_store.h"

namespace faltakt::client {

/// What a screen may say of a device while it is locked: whose it is, and whether a passphrase may be tried. Nothing of it
/// is authenticated before the unlock. A value.
struct LockedDevice {
    std::string workerName;
    std::string tenantName;
    std::string profile; ///< For the emergency numbers, which are in reach also while locked.
    bool training = false;
    /// False once ten wrong tries or a wipe took the passphrase away: only the recovery key opens the device then.
    bool hasPassphrase = false;
    std::uint32_t triesLeft = 0;
    /// When the next try is allowed; empty where it is now.
    std::optional<base::Instant> nextTryAt;
};

/// NotFound where the folder holds no device; Damaged as FieldStore::readStatus says, or where the registration cannot
/// be read.
[[nodiscard]] base::Result<LockedDevice> readLockedDevice(const std::filesystem::path &folder,
                                                          const FieldEnvironment &environment);

} // namespace faltakt::client
