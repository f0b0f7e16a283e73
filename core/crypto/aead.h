#pragma once

#include "core/base/bytes.h"
#include "core/base/random.h"
#include "core/crypto/secret_bytes.h"

namespace faltakt::crypto {

/// Sealing with a shared key: XChaCha20-Poly1305. Form: version byte (1), algorithm byte (1), nonce of 24 bytes,
/// cipher text with its tag. The two first bytes are authenticated too. The nonce is long enough to be drawn at random.
inline constexpr std::size_t AeadKeySize = 32;
inline constexpr std::size_t AeadOverhead = 1 + 1 + 24 + 16;

/// `context` is not stored: the reader must name the same, so that a sealed text does not open in another's place.
/// InvalidInput where the key has not 32 bytes.
[[nodiscard]] base::Result<base::Bytes> seal(const SecretBytes &key, base::ByteView content, base::ByteView context,
                                             base::Random &random);

/// Damaged on bytes too short to be sealed ones, Unsupported on another version or algorithm, WrongKey where key, context
/// or bytes are not those of the sealing (which of them cannot be told).
[[nodiscard]] base::Result<base::Bytes> open(const SecretBytes &key, base::ByteView sealed, base::ByteView context);
[[nodiscard]] base::Result<SecretBytes> openSecret(const SecretBytes &key, base::ByteView sealed,
                                                   base::ByteView context);

} // namespace faltakt::crypto
