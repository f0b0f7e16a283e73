#include "sync/client/profile_folder.h"

#include "sync/protocol/profile.h"

#include <algorithm>

namespace faltakt::client {

namespace fs = std::filesystem;
using base::Result;

namespace {

/// The signature, its line's end, the text.
constexpr std::size_t FileBytes = protocol::Limits::ProfileBytes + 128;

} // namespace

fs::path ProfileFolder::fileOf(const base::Hash &hash) const { return m_folder / base::toBase64Url(hash); }

Result<void> ProfileFolder::keep(const base::Hash &hash, std::string_view signedText)
{
    TRY(const bool isNew, m_files->ensureFolder(m_folder));
    if (isNew)
        TRY_VOID(m_files->syncFolder(m_folder.parent_path()));
    return crypto::replaceFile(*m_files, fileOf(hash), base::bytesOf(signedText));
}

bool ProfileFolder::holds(const base::Hash &hash) const { return m_files->exists(fileOf(hash)); }

std::vector<ReceivedProfile> ProfileFolder::read(base::TenantId tenant, const crypto::PublicKey &tenantKey) const
{
    std::vector<ReceivedProfile> received;
    auto files = m_files->list(m_folder);
    if (!files)
        return received;
    std::ranges::sort(*files);
    for (const fs::path &file : *files) {
        const auto hash = base::hashFromBase64Url(file.filename().string());
        if (!hash)
            continue; // Left half written by a crash.
        const auto bytes = m_files->read(file, FileBytes);
        const auto profile = bytes ? protocol::decodeSignedProfile(base::textOf(*bytes)) : base::fail(bytes.error());
        if (profile && protocol::isProven(*profile, *hash, tenant, tenantKey))
            received.push_back({*hash, profile->text});
    }
    return received;
}

Result<void> ProfileFolder::clear()
{
    TRY(const auto files, m_files->list(m_folder));
    for (const fs::path &file : files)
        TRY_VOID(m_files->remove(file));
    return m_files->exists(m_folder) ? m_files->removeFolder(m_folder) : Result<void>();
}

} // namespace faltakt::client
