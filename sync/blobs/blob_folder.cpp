#include "sync/blobs/blob_folder.h"

#include <algorithm>

namespace faltakt::blobs {

namespace fs = std::filesystem;
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
    TRY(const bool isNew, m_files->ensureFolder(m_folder));
    if (isNew) {
        if (const auto durable = m_files->syncFolder(m_folder.parent_path()); !durable) {
            static_cast<void>(m_files->removeFolder(m_folder)); // It is new for the next one, too.
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
    while (held < BlobForm::chunkCount(blob.size) && m_files->exists(fileOf(blob, held)))
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
    std::int64_t count = 0;
    while (m_files->exists(fileOf(blob, count)))
        ++count;
    while (count > 0)
        TRY_VOID(m_files->remove(fileOf(blob, --count)));
    return {};
}

Result<void> BlobFolder::keepOnly(const std::set<BlobFile> &blobs)
{
    std::set<std::string> kept;
    std::ranges::transform(blobs, std::inserter(kept, kept.end()), stemOf);
    TRY(const auto all, m_files->list(m_folder));
    for (const fs::path &path : all) {
        const std::string file = path.filename().string();
        // What a crash left half written has one part more.
        if (!kept.contains(file.substr(0, file.rfind('.'))))
            TRY_VOID(m_files->remove(path));
    }
    return {};
}

} // namespace faltakt::blobs
