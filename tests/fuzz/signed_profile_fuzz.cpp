// What a server sends as a profile, and what a device finds in its folder. Nothing but what the tenant's key signed is ever
// proven, and what is read comes out again as it was.
#include "core/base/json.h"
#include "core/crypto/hash.h"
#include "sync/protocol/profile.h"

#include <cstdlib>

using namespace faltakt;
using namespace faltakt::protocol;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const crypto::SigningKey Key = crypto::SigningKey::make().value();
    if (size == 0)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(data + 1), size - 1);
    if (data[0] % 3 == 0) {
        const auto profile = decodeSignedProfile(text);
        if (!profile)
            return 0;
        const auto again = decodeSignedProfile(encode(*profile));
        if (!again || again->text != profile->text || again->signature != profile->signature)
            std::abort();
        if (isProven(*profile, crypto::blake2b256(base::bytesOf(profile->text)), base::TenantId(), Key.publicKey()))
            std::abort();
    } else if (data[0] % 3 == 1) {
        const auto name = decodeProfileQuery(text);
        if (name && decodeProfileQuery(encodeProfileQuery(*name)).value() != *name)
            std::abort();
    } else if (const auto object = base::json::parse(text)) {
        const auto notices = readProfileNotices(*object);
        if (notices && notices->size() > Limits::ProfileVersions)
            std::abort();
    }
    return 0;
}
