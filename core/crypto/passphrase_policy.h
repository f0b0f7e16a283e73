#pragma once

#include "core/base/result.h"
#include "core/crypto/secret_bytes.h"

#include <cstdint>
#include <string_view>

namespace faltakt::crypto {

/// Where the platform keeps the device secret that is mixed into the passphrase.
enum class KeystoreKind : std::uint8_t {
    None,     ///< Nowhere (bare Linux, CI).
    Software, ///< Readable by every process of the same user; does not make a short PIN good.
    Hardware, ///< A chip that gives the secret to this app only and counts itself.
};

/// What a new passphrase lacks; the caller picks the words for the user.
enum class PassphraseFault : std::uint8_t {
    None,
    NotText,       ///< No well-formed UTF-8, or a control character in it.
    TooShort,      ///< Below 12 characters; with a hardware keystore below 6.
    TooLong,       ///< Above 1024 bytes.
    SameCharacter, ///< One character again and again.
};

/// A PIN of 6 digits is enough only with a hardware keystore; elsewhere a passphrase needs 12 characters, counted as
/// code points.
[[nodiscard]] PassphraseFault findPassphraseFault(const SecretBytes &passphrase, KeystoreKind keystore);

/// Short English words for a fault, for stderr and logs.
[[nodiscard]] std::string_view passphraseFaultText(PassphraseFault fault, KeystoreKind keystore) noexcept;

/// The same as a result: InvalidInput with those words.
[[nodiscard]] base::Result<void> checkPassphrase(const SecretBytes &passphrase, KeystoreKind keystore);

} // namespace faltakt::crypto
