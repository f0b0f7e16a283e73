#include "core/changelog/signature.h"

#include <algorithm>

namespace faltakt::changelog {

std::string frontierStatement(base::RecordId record, std::vector<SignedHead> heads, base::WorkerId worker,
                              base::Instant at)
{
    std::sort(heads.begin(), heads.end());
    std::string text =
        "faltakt-signature-1\n" + record.toString() + '\n' + worker.toString() + '\n' + base::formatInstant(at);
    for (const auto &[change, hash] : heads)
        text += '\n' + change.toString() + ' ' + base::toBase64Url(hash);
    return text;
}

} // namespace faltakt::changelog
