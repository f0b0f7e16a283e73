#include "core/crypto/sealed_outbox.h"

#include "core/base/json.h"
#include "core/crypto/secret_bytes.h"

#include <algorithm>

namespace faltakt::crypto {

namespace json = base::json;
using base::ByteView;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::string_view Mark = "FALTOBX1";
constexpr std::string_view Format = "faltakt-outbox";
constexpr std::int64_t Version = 1;
constexpr std::size_t MaxHeader = 1024;

Result<SealedOutbox> readHeader(std::string_view line)
{
    const auto header = json::parse(line, {.maxBytes = MaxHeader});
    if (!header || header->stringAt("format") != Format)
        return fail(ErrorCode::Damaged, "sealed outbox: header");
    if (header->integerAt("version") != Version)
        return fail(ErrorCode::Unsupported, "sealed outbox of another version");
    const auto device = base::DeviceId::parse(header->stringAt("device"));
    const auto store = base::Uuid::parse(header->stringAt("store"));
    if (!device || !store)
        return fail(ErrorCode::Damaged, "sealed outbox: header");
    return SealedOutbox{*device, *store, {}};
}

} // namespace

Result<base::Bytes> SealedOutbox::sealFor(const BoxPublicKey &server) const
{
    if (content.size() > MaxBytes - MaxHeader)
        return fail(ErrorCode::TooLarge, "sealed outbox");
    const std::string header =
        json::serialise(json::Object{
            {"format", Format}, {"version", Version}, {"device", device.toString()}, {"store", store.toString()}})
        + '\n';
    base::Bytes plain;
    plain.reserve(header.size() + content.size());
    const ByteView headerBytes = base::bytesOf(header);
    plain.insert(plain.end(), headerBytes.begin(), headerBytes.end());
    plain.insert(plain.end(), content.begin(), content.end());
    auto box = sealTo(server, plain);
    wipeMemory(plain);
    if (!box)
        return box;
    const ByteView mark = base::bytesOf(Mark);
    box->insert(box->begin(), mark.begin(), mark.end());
    return box;
}

Result<SealedOutbox> SealedOutbox::open(ByteView sealed, const BoxKeyPair &server)
{
    if (sealed.size() > MaxBytes)
        return fail(ErrorCode::TooLarge, "sealed outbox");
    if (sealed.size() < Mark.size() || base::textOf(sealed.first(Mark.size())) != Mark)
        return fail(ErrorCode::Damaged, "not a sealed outbox");
    TRY(const base::Bytes plain, openWith(server, sealed.subspan(Mark.size())));
    const auto lineEnd = std::find(plain.begin(), plain.end(), std::uint8_t('\n'));
    if (lineEnd == plain.end())
        return fail(ErrorCode::Damaged, "sealed outbox: header");
    const std::size_t headerSize = std::size_t(lineEnd - plain.begin());
    TRY(SealedOutbox outbox, readHeader(base::textOf(ByteView(plain).first(headerSize))));
    outbox.content.assign(lineEnd + 1, plain.end());
    return outbox;
}

Result<void> SealedOutbox::writeFile(FileSteps &files, const std::filesystem::path &path,
                                     const BoxPublicKey &server) const
{
    TRY(const base::Bytes sealed, sealFor(server));
    return replaceFile(files, path, sealed);
}

Result<base::Bytes> SealedOutbox::readSealed(FileSteps &files, const std::filesystem::path &path)
{
    return files.read(path, MaxBytes);
}

} // namespace faltakt::crypto
