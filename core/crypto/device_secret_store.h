#pragma once

#include "core/base/result.h"
#include "core/crypto/passphrase_policy.h"
#include "core/crypto/secret_bytes.h"

namespace faltakt::crypto {

/// The platform's keystore as the key ring sees it: one secret of 32 bytes for one store, mixed into the passphrase so
/// that a stolen key file cannot be guessed at elsewhere. Absent on bare Linux. Implemented by platform/keychain.
class DeviceSecretStore {
public:
    virtual ~DeviceSecretStore() = default;
    [[nodiscard]] virtual KeystoreKind kind() const = 0;
    /// NotFound where none is kept.
    [[nodiscard]] virtual base::Result<SecretBytes> read() = 0;
    /// Replaces what is kept.
    [[nodiscard]] virtual base::Result<void> write(const SecretBytes &secret) = 0;
    /// Done also where none is kept.
    [[nodiscard]] virtual base::Result<void> remove() = 0;
};

} // namespace faltakt::crypto
