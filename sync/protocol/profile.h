#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/crypto/signing_key.h"
#include "sync/protocol/limits.h"

#include <string>
#include <string_view>
#include <vector>

/// Profiles that a municipality has added at its server: told in the greeting, fetched by the hash of their text, signed by
/// the tenant's key. What stands in one core/rules knows.
namespace faltakt::protocol {

/// One version of one profile, as a greeting tells of it.
struct ProfileNotice {
    std::string profile;
    std::int64_t version = 1;
    base::Hash hash{}; ///< BLAKE2b-256 of its text.
    std::int64_t size = 0;
    bool operator==(const ProfileNotice &) const = default;
};

[[nodiscard]] base::json::Array encodeProfileNotices(const std::vector<ProfileNotice> &notices);
/// The member `profiles` of an object; none where it is missing. InvalidInput; TooLarge.
[[nodiscard]] base::Result<std::vector<ProfileNotice>> readProfileNotices(const base::json::Value &object);

/// GET /v1/profile: "name=B64"
[[nodiscard]] std::string encodeProfileQuery(const base::Hash &hash);
/// InvalidInput; exactly this member.
[[nodiscard]] base::Result<base::Hash> decodeProfileQuery(std::string_view query);

/// A profile with the proof of whose it is, as it is sent and as a device keeps it.
struct SignedProfile {
    crypto::Signature signature{};
    std::string text;
};
/// The signature in base64url, a line feed, the text as it was added.
[[nodiscard]] std::string encode(const SignedProfile &profile);
/// InvalidInput; TooLarge. Proves nothing yet.
[[nodiscard]] base::Result<SignedProfile> decodeSignedProfile(std::string_view body);
/// What the tenant's key signs.
[[nodiscard]] std::string profileStatement(base::TenantId tenant, const base::Hash &hash);
/// True where the text has this hash and the tenant's key signed it for this tenant.
[[nodiscard]] bool isProven(const SignedProfile &profile, const base::Hash &hash, base::TenantId tenant,
                            const crypto::PublicKey &tenantKey);

} // namespace faltakt::protocol
