#include "sync/client/blob_folder.h"

#include <algorithm>

namespace faltakt::client {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;
using crypto::BlobForm;

fs::path BlobFolder::fileOf(const base::Hash &name, std::int64_t index) const
{
    return m_folder / (base::toBase64Url(name) + '.' + std::to_string(index));
}

Result<void> BlobFolder::put(const base::Hash &name, std::int64_t index, base::ByteView chunk)
{
    std::error_code fault;
    fs::create_directories(m_folder, fault);
    fs::permissions(m_folder, fs::perms::owner_all, fault);
    if (fault)
        return fail(ErrorCode::StorageFailed, "the folder of attachments cannot be made");
    return crypto::replaceFile(*m_files, fileOf(name, index), chunk);
}

Result<base::Bytes> BlobFolder::chunk(const base::Hash &name, std::int64_t index) const
{
    return m_files->read(fileOf(name, index), BlobForm::ChunkBytes);
}

std::int64_t BlobFolder::chunksHeld(const base::Hash &name, std::int64_t size) const
{
    std::int64_t held = 0;
    std::error_code fault;
    while (held < BlobForm::chunkCount(size) && fs::exists(fileOf(name, held), fault))
        ++held;
    return held;
}

Result<base::Bytes> BlobFolder::open(const crypto::BlobReference &reference) const
{
    TRY(auto assembler, crypto::BlobAssembler::begin(reference));
    while (!assembler.isWhole()) {
        TRY(const auto sealed, chunk(reference.name, assembler.nextIndex()));
        TRY_VOID(assembler.add(sealed));
    }
    return assembler.takeContent();
}

Result<void> BlobFolder::drop(const base::Hash &name)
{
    // The last one first: what a crash leaves is a beginning, from which a transfer can go on.
    std::error_code fault;
    std::int64_t count = 0;
    while (fs::exists(fileOf(name, count), fault))
        ++count;
    while (count > 0)
        TRY_VOID(m_files->remove(fileOf(name, --count)));
    return {};
}

Result<void> BlobFolder::keepOnly(const std::set<base::Hash> &names)
{
    std::set<std::string> kept;
    std::ranges::transform(names, std::inserter(kept, kept.end()),
                           [](const base::Hash &name) { return base::toBase64Url(name); });
    std::error_code fault;
    std::vector<fs::path> strange;
    for (fs::directory_iterator entry(m_folder, fault), end; !fault && entry != end; entry.increment(fault)) {
        const std::string file = entry->path().filename().string();
        const auto point = file.find('.');
        if (!kept.contains(file.substr(0, point)) || file.ends_with(".new"))
            strange.push_back(entry->path());
    }
    for (const fs::path &path : strange)
        TRY_VOID(m_files->remove(path));
    return {};
}

} // namespace faltakt::client
