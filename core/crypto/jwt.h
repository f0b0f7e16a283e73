#pragma once

#include "core/base/json.h"
#include "core/crypto/signing_key.h"

#include <string>
#include <string_view>

namespace faltakt::crypto {

/// The longest token that is read, in characters.
inline constexpr std::size_t MaxJwtSize = 8 * 1024;

/// A signed token (RFC 7515 compact form) that was taken apart. Nothing in it may be believed before verify() said yes;
/// the key is the caller's choice, also where the header offers one.
struct Jwt {
    base::json::Value header;
    base::json::Value payload;
    std::string signingInput;
    Signature signature{};

    [[nodiscard]] bool verify(const PublicKey &key) const { return key.verify(base::bytesOf(signingInput), signature); }
};

/// Signs by ES256; `alg` in the header is set here.
[[nodiscard]] base::Result<std::string> encodeJwt(base::json::Object header, const base::json::Object &payload,
                                                  const SigningKey &key);

/// Form only: three parts of strict base64url, header and payload JSON objects, `alg` exactly ES256, no `crit`, a
/// signature of 64 bytes. TooLarge beyond MaxJwtSize, Unsupported on `crit`, InvalidInput otherwise.
[[nodiscard]] base::Result<Jwt> decodeJwt(std::string_view text);

} // namespace faltakt::crypto
