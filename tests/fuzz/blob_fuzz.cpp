// Chunks of an attachment that were moved, cut or changed in any way, and what blobs are asked by. A blob comes out as it was
// put in or not at all.
#include "core/base/random.h"
#include "core/crypto/initialise.h"
#include "core/crypto/sealed_blob.h"
#include "sync/protocol/blob.h"

#include <algorithm>
#include <cstdlib>

using namespace faltakt;
using namespace faltakt::protocol;

namespace {

constexpr std::size_t Size = 2 * crypto::BlobForm::ChunkContent + 100;

struct Sample {
    base::Bytes content = base::Bytes(Size, 0x5a);
    crypto::SealedBlob blob;
    Sample()
    {
        if (!crypto::initialise())
            std::abort();
        base::SeededRandom random(7);
        blob = crypto::sealBlob(content, random).value();
    }
};

/// Each three bytes: which chunk comes next, how much of it, which byte is changed. 0xff as the last changes none.
void checkAssembler(base::ByteView orders)
{
    static const Sample sample;
    auto assembler = crypto::BlobAssembler::begin(sample.blob.reference).value();
    for (; orders.size() >= 3; orders = orders.subspan(3)) {
        base::Bytes chunk = sample.blob.chunks[orders[0] % sample.blob.chunks.size()];
        chunk.erase(chunk.end() - std::ptrdiff_t(std::min<std::size_t>(chunk.size(), orders[1])), chunk.end());
        if (orders[2] != 0xff && !chunk.empty())
            chunk[orders[2] * chunk.size() / 256] ^= 1;
        static_cast<void>(assembler.add(chunk));
    }
    // What is left of the input stands in the place of a whole chunk.
    if (!orders.empty() && assembler.add(orders))
        std::abort();
    const auto content = assembler.takeContent();
    if (content && *content != sample.content)
        std::abort();
}

template <typename Decode, typename Encode>
void checkAgain(std::string_view text, Decode decode, Encode encode)
{
    const auto message = decode(text);
    if (!message)
        return;
    const auto again = decode(encode(*message));
    if (!again || !(*again == *message))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const base::ByteView rest(data + 1, size - 1);
    const std::string_view text = base::textOf(rest);
    const auto asJson = [](const auto &message) { return encode(message); };
    switch (data[0] % 4) {
    case 0: checkAssembler(rest); break;
    case 1: checkAgain(text, decodeBlobAnnouncement, asJson); break;
    case 2: checkAgain(text, decodeBlobHeld, asJson); break;
    default: checkAgain(text, decodeBlobQuery, encodeBlobQuery);
    }
    return 0;
}
