#pragma once

#include "core/base/ids.h"
#include "core/crypto/file_steps.h"
#include "core/crypto/signing_key.h"

#include <filesystem>
#include <string>
#include <vector>

namespace faltakt::client {

/// A profile that the server sent, proven to be the tenant's. What stands in it core/rules knows.
struct ReceivedProfile {
    base::Hash hash{};
    std::string text;
};

/// The profiles that a device's server has sent, one file each as it came, named by its hash: there whole or not at all. They
/// lie in the open, as those that come with the program do, since a municipality's guideline says nothing of anybody, and
/// they are wanted before the store is open; each proves at every reading that the tenant's key signed it. Nothing is taken
/// away before the device is wiped: the former version holds for what was decided under it. Borrows the steps.
class ProfileFolder {
public:
    static constexpr std::string_view FolderName = "profiles";

    ProfileFolder(const std::filesystem::path &device, crypto::FileSteps &files)
        : m_folder(device / FolderName), m_files(&files)
    {
    }

    /// Durable when it returns. `signedText` is as protocol::encode(SignedProfile) makes it, and was proven by the caller.
    [[nodiscard]] base::Result<void> keep(const base::Hash &hash, std::string_view signedText);
    [[nodiscard]] bool holds(const base::Hash &hash) const;
    /// Those that prove themselves, in the order of their names. A damaged one is as if it were not here.
    [[nodiscard]] std::vector<ReceivedProfile> read(base::TenantId tenant, const crypto::PublicKey &tenantKey) const;
    [[nodiscard]] base::Result<void> clear();

private:
    [[nodiscard]] std::filesystem::path fileOf(const base::Hash &hash) const;

    std::filesystem::path m_folder;
    crypto::FileSteps *m_files;
};

} // namespace faltakt::client
