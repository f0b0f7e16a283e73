// Any bytes as a content pack. What the reader takes is what the writer writes; nobody trusts it all the same. Bytes behind a
// leading 'm' are a manifest and the files, soundly signed: what a publisher may get wrong, past the signature.
#include "core/screening/pack_judge.h"
#include "tests/support/pack_folder.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace faltakt;

namespace {

/// A broken promise is a find like a crash.
void expect(bool promise)
{
    if (!promise)
        std::abort();
}

void judge(std::string bytes)
{
    const auto stranger = screening::judgePack(bytes, {});
    expect(stranger.fault.has_value());
    const auto known = screening::judgePack(bytes, {{test::publisherKey().publicKey()}, std::nullopt});
    expect(known.fault.has_value() || known.pack.has_value());
    if (!known.pack)
        return;
    const auto &manifest = known.pack->manifest();
    expect(screening::PackManifest::fromText(manifest.toText()).has_value());
    std::size_t size = 0;
    for (std::size_t i = 0; i < manifest.files.size(); ++i)
        size += known.pack->content(i).size();
    expect(size < bytes.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char *>(data), size);
    if (text.empty() || text.front() != 'm') {
        judge(text);
        return 0;
    }
    const auto end = text.find('\n');
    judge(test::signedBytes(text.substr(1, end == std::string::npos ? end : end - 1),
                            end == std::string::npos ? std::string() : text.substr(end + 1)));
    return 0;
}
