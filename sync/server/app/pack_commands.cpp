#include "sync/server/app/pack_commands.h"

#include "core/crypto/file_steps.h"
#include "core/screening/content_pack.h"
#include "sync/server/app/json_line.h"

#include <filesystem>

namespace faltakt::server {

namespace fs = std::filesystem;
namespace json = base::json;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t MaxKeyFile = 4096;

/// Every file of the folder. Nothing is followed and nothing is passed over: what is signed is what lies there.
Result<screening::PackFolder> readFolder(crypto::FileSteps &files, const fs::path &path)
{
    std::error_code fault;
    if (!fs::is_directory(path, fault))
        return fail(ErrorCode::NotFound, "there is no folder " + path.string());
    screening::PackFolder folder;
    std::size_t total = 0;
    fs::directory_iterator entries(path, fault);
    for (; !fault && entries != fs::directory_iterator(); entries.increment(fault)) {
        const std::string name = entries->path().filename().string();
        if (!fs::is_regular_file(entries->symlink_status(fault)))
            return fail(ErrorCode::InvalidInput, "the folder holds something that is no file: " + name);
        const auto content = files.read(entries->path(), screening::PackLimits::PackBytes);
        if (!content)
            return fail(content.error().withContext(name));
        total += content->size();
        if (total > screening::PackLimits::PackBytes || folder.size() > screening::PackLimits::Files)
            return fail(ErrorCode::TooLarge, "the folder holds more than a pack may");
        folder.emplace(name, base::textOf(*content));
    }
    if (fault)
        return fail(ErrorCode::StorageFailed, "the folder cannot be read");
    return folder;
}

Result<crypto::PublisherSigningKey> readKey(crypto::FileSteps &files, const fs::path &path)
{
    auto bytes = files.read(path, MaxKeyFile);
    if (!bytes)
        return fail(bytes.error().withContext("the key file cannot be read"));
    const crypto::SecretBytes pem = crypto::SecretBytes::copyOf(*bytes);
    crypto::wipeMemory(*bytes);
    return crypto::PublisherSigningKey::fromPem(pem);
}

} // namespace

Result<std::string> makePublisherKey(const std::string &file, base::Random &random)
{
    crypto::SystemFileSteps files;
    const auto key = crypto::PublisherSigningKey::make(random);
    TRY(const crypto::SecretBytes pem, key.toPem());
    const auto written = files.writeNew(file, pem.view());
    if (!written && written.error().code() == ErrorCode::AlreadyExists)
        return fail(ErrorCode::AlreadyExists, "there is a file of that name already; a key is never written over");
    TRY_VOID(written);
    return jsonLine({{"key", key.publicKey().toBase64Url()}, {"code", key.publicKey().code()}});
}

Result<std::string> signPackFolder(const AdminRequest &request)
{
    crypto::SystemFileSteps files;
    const std::string &folderName = request.words[request.words.size() - 2];
    const std::string &outName = request.words.back();
    TRY(const auto key, readKey(files, request.option("key")));
    TRY(const screening::PackFolder folder, readFolder(files, folderName));
    TRY(const screening::ContentPack pack, screening::signPack(folder, key));
    const auto written = files.writeNew(outName, base::bytesOf(pack.bytes()));
    if (!written && written.error().code() == ErrorCode::AlreadyExists)
        return fail(ErrorCode::AlreadyExists, "there is a file of that name already: " + outName);
    TRY_VOID(written);
    TRY(const auto instruments, screening::packInstruments(pack));
    json::Array names;
    for (const auto &instrument : instruments)
        names.emplace_back(instrument->id() + ' ' + instrument->version());
    return jsonLine({{"id", pack.manifest().id},
                     {"version", pack.manifest().version.toString()},
                     {"instruments", std::move(names)},
                     {"hash", base::toBase64Url(pack.hash())},
                     {"size", std::int64_t(pack.bytes().size())},
                     {"key", pack.key().toBase64Url()},
                     {"code", pack.key().code()}});
}

} // namespace faltakt::server
