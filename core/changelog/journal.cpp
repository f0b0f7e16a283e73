#include "core/changelog/journal.h"

#include "core/crypto/hash.h"

#include <algorithm>
#include <array>

namespace faltakt::changelog {

base::Hash nextLink(const base::Hash &previous, const base::Hash &lineHash)
{
    std::array<std::uint8_t, 64> joined{};
    std::copy(previous.begin(), previous.end(), joined.begin());
    std::copy(lineHash.begin(), lineHash.end(), joined.begin() + 32);
    return crypto::blake2b256(joined);
}

std::string journalStatement(base::TenantId tenant, base::DeviceId device, JournalPosition position,
                             const base::Hash &link)
{
    return "faltakt-journal-1\n" + tenant.toString() + '\n' + device.toString() + '\n' + std::to_string(position.epoch)
           + '\n' + std::to_string(position.n) + '\n' + base::toBase64Url(link);
}

} // namespace faltakt::changelog
