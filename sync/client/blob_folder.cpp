#include "sync/client/blob_folder.h"

#include <algorithm>

namespace faltakt::client {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;
using crypto::BlobForm;

namespace {

std::string stemOf(const BlobFile &blob) { return base::toBase64Url(blob.name) + '.' + std::to_string(blob.size); }

} // namespace

fs::path BlobFolder::fileOf(const BlobFile &blob, std::int64_t index) const
{
    return m_folder / (stemOf(blob) + '.' + std::to_string(index));
}

Result<void> BlobFolder::put(const BlobFile &blob, std::int64_t index, base::ByteView chunk)
{
    std::error_code fault;
    const bool isNew = fs::create_directories(m_folder, fault);
    if (!fault)
        fs::permissions(m_folder, fs::perms::owner_all, fault);
    if (fault)
        return fail(ErrorCode::StorageFailed, "the folder of attachments cannot be made");
    if (isNew) {
        if (const auto durable = m_files->syncFolder(m_folder.parent_path()); !durable) {
            fs::remove(m_folder, fault); // It is new for the next one, too.
            return durable;
        }
    }
    return crypto::replaceFile(*m_files, fileOf(blob, index), chunk);
}

Result<base::Bytes> BlobFolder::chunk(const BlobFile &blob, std::int64_t index) const
{
    return m_files->read(fileOf(blob, index), BlobForm::ChunkBytes);
}

std::int64_t BlobFolder::chunksHeld(const BlobFile &blob) const
{
    std::int64_t held = 0;
    std::error_code fault;
    while (held < BlobForm::chunkCount(blob.size) && fs::exists(fileOf(blob, held), fault))
        ++held;
    return held;
}

Result<base::Bytes> BlobFolder::open(const crypto::BlobReference &reference) const
{
    TRY(auto assembler, crypto::BlobAssembler::begin(reference));
    while (!assembler.isWhole()) {
        TRY(const auto sealed, chunk({reference.name, reference.size}, assembler.nextIndex()));
        TRY_VOID(assembler.add(sealed));
    }
    return assembler.takeContent();
}

Result<void> BlobFolder::drop(const BlobFile &blob)
{
    // The last one first: what a crash leaves is a beginning, from which a transfer can go on.
    std::error_code fault;
    std::int64_t count = 0;
    while (fs::exists(fileOf(blob, count), fault))
        ++count;
    while (count > 0)
        TRY_VOID(m_files->remove(fileOf(blob, --count)));
    return {};
}

Result<void> BlobFolder::keepOnly(const std::set<BlobFile> &blobs)
{
    std::set<std::string> kept;
    std::ranges::transform(blobs, std::inserter(kept, kept.end()), stemOf);
    std::error_code fault;
    std::vector<fs::path> strange;
    for (fs::directory_iterator entry(m_folder, fault), end; !fault && entry != end; entry.increment(fault)) {
        const std::string file = entry->path().filename().string();
        // What a crash left half written has one part more.
        if (!kept.contains(file.substr(0, file.rfind('.'))))
            strange.push_back(entry->path());
    }
    if (fault && fault != std::errc::no_such_file_or_directory)
        return fail(ErrorCode::StorageFailed, "the folder of attachments cannot be read");
    for (const fs::path &path : strange)
        TRY_VOID(m_files->remove(path));
    return {};
}

} // namespace faltakt::client
