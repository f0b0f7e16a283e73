#include "tests/simulation/crash_files.h"

namespace faltakt::simulation {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

Result<void> failed() { return fail(ErrorCode::StorageFailed, "the disk is down"); }

} // namespace

Result<base::Bytes> CrashFiles::read(const fs::path &path, std::size_t maxBytes)
{
    const auto found = m_disk->m_files.find(path.string());
    if (m_disk->m_down)
        return fail(ErrorCode::StorageFailed, "the disk is down");
    if (found == m_disk->m_files.end())
        return fail(ErrorCode::NotFound, "file");
    const auto &bytes = *found->second->bytes;
    if (bytes.size() > maxBytes)
        return fail(ErrorCode::TooLarge, "file");
    return base::Bytes(bytes.begin(), bytes.end());
}

Result<void> CrashFiles::writeNew(const fs::path &path, base::ByteView content)
{
    if (m_disk->m_down)
        return failed();
    const auto [entry, isNew] = m_disk->m_files.try_emplace(path.string(), nullptr);
    if (!isNew)
        return fail(ErrorCode::AlreadyExists, "file");
    entry->second = std::make_shared<CrashDisk::File>();
    CrashDisk::File &file = *entry->second;
    CrashDisk::write(file, 0, content);
    // Written, and then synced: the disk may go down over either.
    if (!m_disk->step() || !m_disk->step())
        return failed();
    file.settle();
    file.everSynced = true;
    return {};
}

Result<void> CrashFiles::rename(const fs::path &from, const fs::path &to, crypto::OldContent)
{
    const auto moved = m_disk->m_files.find(from.string());
    if (m_disk->m_down)
        return failed();
    if (moved == m_disk->m_files.end())
        return fail(ErrorCode::NotFound, "file");
    const auto replaced = m_disk->m_files.find(to.string());
    m_disk->m_renames.push_back(
        {from.string(), to.string(), replaced == m_disk->m_files.end() ? nullptr : replaced->second});
    m_disk->m_files[to.string()] = std::move(moved->second);
    m_disk->m_files.erase(from.string());
    return m_disk->step() ? Result<void>() : failed();
}

Result<void> CrashFiles::syncFolder(const fs::path &)
{
    if (!m_disk->step())
        return failed();
    m_disk->m_renames.clear();
    return {};
}

Result<void> CrashFiles::remove(const fs::path &path)
{
    if (!m_disk->step())
        return failed();
    m_disk->m_files.erase(path.string());
    return {};
}

bool CrashFiles::exists(const fs::path &path) { return m_disk->m_files.contains(path.string()); }

Result<std::vector<fs::path>> CrashFiles::list(const fs::path &folder)
{
    if (m_disk->m_down)
        return fail(ErrorCode::StorageFailed, "the disk is down");
    const std::string prefix = folder.string() + '/';
    std::vector<fs::path> found;
    for (auto entry = m_disk->m_files.lower_bound(prefix);
         entry != m_disk->m_files.end() && entry->first.starts_with(prefix); ++entry)
        found.emplace_back(entry->first);
    return found;
}

Result<bool> CrashFiles::ensureFolder(const fs::path &) { return false; }

Result<void> CrashFiles::removeFolder(const fs::path &) { return {}; }

} // namespace faltakt::simulation
