#pragma once

#include "core/changelog/journal.h"
#include "core/crypto/hash.h"
#include "sync/protocol/push.h"

#include <string>
#include <vector>

/// Builders for the tests of the protocol; all content is invented.
namespace faltakt::test {

inline base::Uuid uuid(std::uint8_t last)
{
    std::array<std::uint8_t, 16> bytes{0x01, 0x90, 0, 0, 0, 0, 0x70, 0, 0x80};
    bytes[15] = last;
    return base::Uuid(bytes);
}
template <typename IdType>
IdType id(std::uint8_t last)
{
    return IdType(uuid(last));
}

inline changelog::ChangeLine sampleChange(std::uint8_t number, const std::string &text = "talked by the river")
{
    changelog::Change change;
    change.id = id<base::ChangeId>(number);
    change.by = id<base::WorkerId>(200);
    change.caseId = id<base::CaseId>(201);
    change.at = base::instantFromMs(1'700'000'000'000 + number);
    change.sets.push_back({id<base::RecordId>(100), "note", {{"text", text}}, {}});
    return changelog::sealChange(change);
}

/// A batch from position `from` on whose links are right.
inline changelog::JournalBatch sampleBatch(const std::vector<std::string> &lines, std::int64_t from = 1)
{
    changelog::JournalBatch batch;
    batch.from = from;
    if (from > 1)
        batch.previous[0] = 7;
    base::Hash link = batch.previous;
    for (const std::string &line : lines) {
        batch.lines.push_back({crypto::blake2b256(base::bytesOf(line)), line});
        link = changelog::nextLink(link, batch.lines.back().hash);
    }
    batch.head = link;
    return batch;
}

} // namespace faltakt::test
