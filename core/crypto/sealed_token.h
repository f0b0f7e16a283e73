#pragma once

#include "core/base/json.h"
#include "core/base/random.h"
#include "core/crypto/secret_bytes.h"

#include <string>
#include <string_view>

namespace faltakt::crypto {

/// A token that only its maker reads: a JSON value sealed with a key of 32 bytes (aead.h), in base64url. The server uses
/// it for access tokens, DPoP nonces and cursors. `purpose` is a word of the program like "access": a token made for one
/// purpose does not open for another. Times and their checks are the caller's.
[[nodiscard]] base::Result<std::string> sealToken(const SecretBytes &key, std::string_view purpose,
                                                  const base::json::Value &content, base::Random &random);

/// Refused, without a reason, for everything that is not such a token of this key and purpose; TooLarge beyond 8 KiB.
[[nodiscard]] base::Result<base::json::Value> openToken(const SecretBytes &key, std::string_view purpose,
                                                        std::string_view token);

} // namespace faltakt::crypto
