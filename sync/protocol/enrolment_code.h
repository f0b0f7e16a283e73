#pragma once

#include "core/base/bytes.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace faltakt::protocol {

/// The one-time secret that makes a device somebody's. It is shown on a screen and spent with its first use, so it needs
/// no locked memory.
using EnrolmentSecret = std::array<std::uint8_t, 16>;

/// What stands in the QR: where the server is, by which root it is known, and the one-time secret.
/// Text form: faltakt://HOST:PORT/#FINGERPRINT.SECRET, fingerprint and secret in base64url.
struct EnrolmentCode {
    std::string host; ///< A name or an address in lower case; IPv6 without brackets.
    std::uint16_t port = 0;
    base::Hash fingerprint{}; ///< SHA-256 of the root certificate in DER.
    EnrolmentSecret secret{};

    /// InvalidInput naming the part that is wrong; white space around the text is passed over.
    [[nodiscard]] static base::Result<EnrolmentCode> parse(std::string_view text);
    [[nodiscard]] std::string toString() const;
    /// "https://HOST:PORT", the beginning of every URL of this server.
    [[nodiscard]] std::string origin() const;

    bool operator==(const EnrolmentCode &) const = default;
};

/// "HOST" or "[HOST]" for IPv6, then ":PORT".
[[nodiscard]] std::string formatHostAndPort(std::string_view host, std::uint16_t port);

} // namespace faltakt::protocol
