// Makes changes to one record out of any bytes, with bases that name anything, and applies them in two orders: both must
// give the same heads, and the heads must be what the definition says.
#include "tests/unit/changelog_history.h"

#include <algorithm>
#include <cstdlib>

using namespace faltakt::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::size_t BytesPerChange = 4;
    std::vector<HistoryChange> changes;
    for (std::size_t i = 0; i + BytesPerChange <= size && changes.size() < 16; i += BytesPerChange) {
        HistoryChange change{changeId(changes.size() + 1), {faltakt::base::RecordId(), "note", {}, {}}, {}};
        const bool deletes = data[i] % 4 == 3;
        if (deletes)
            change.set.fields.set("deleted", data[i + 1] % 2 == 0);
        if (!deletes || data[i] > 128)
            change.set.fields.set(std::string(1, char('a' + data[i] % 3)), std::int64_t(data[i + 1] % 4));
        const unsigned mask = data[i + 2] | unsigned(data[i + 3]) << 8;
        for (std::size_t other = 0; other < 16; ++other)
            if ((mask >> other & 1U) != 0)
                change.set.base.push_back(changeId(other + 1));
        changes.push_back(std::move(change));
    }
    Replica forward;
    Replica backward;
    for (const HistoryChange &change : changes)
        forward.take(change);
    std::for_each(changes.rbegin(), changes.rend(), [&](const HistoryChange &change) { backward.take(change); });
    if (fingerprint(forward.state()) != fingerprint(backward.state())
        || meaningOf(forward.state()) != meaningOf(changes))
        std::abort();
    (void)faltakt::changelog::conflictsOf(forward.state());
    return 0;
}
