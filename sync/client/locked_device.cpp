#include "sync/client/locked_device.h"

namespace faltakt::client {

base::Result<LockedDevice> readLockedDevice(const std::filesystem::path &folder, const FieldEnvironment &environment)
{
    TRY(const crypto::KeyStatus status, FieldStore::readStatus(folder, environment));
    TRY(const Registration registration, Registration::fromAttributes(status.attributes));
    LockedDevice device{registration.workerName,
                        registration.tenantName,
                        registration.profile,
                        registration.training,
                        status.hasPassphrase,
                        status.triesLeft,
                        {}};
    if (status.wait > base::Duration(0))
        device.nextTryAt = environment.clock.now() + status.wait;
    return device;
}

} // namespace faltakt::client
