#pragma once

#include "sync/server/api/server_core.h"
#include "sync/server/app/store_opening.h"
#include "sync/server/ops/data_folder.h"
#include "sync/server/ops/folder_key_vault.h"

#include <memory>

namespace faltakt::server {

/// Files of the certificates in DATA/keys.
struct CertificateFiles {
    static constexpr const char *RootKey = "root.key";
    static constexpr const char *RootCertificate = "root.pem";
    static constexpr const char *ServerKey = "server.key";
    static constexpr const char *ServerCertificate = "server.pem";
};

/// A data folder opened for work: lock, keys, store, and the core on top of them. One process at a time.
class ServerInstance {
public:
    /// `readers`: connections beside the writer, 0 for a single command. NotFound where `init` was not done. The lock is the
    /// caller's proof that nobody else is at work in the folder. `database`: as in StoreOpening.
    [[nodiscard]] static base::Result<std::unique_ptr<ServerInstance>> open(DataFolder folder, DataLock lock,
                                                                            int readers, const base::Clock &clock,
                                                                            base::Random &random,
                                                                            OrderListener orderGrew,
                                                                            const std::string &database = {});

    [[nodiscard]] const DataFolder &folder() const { return m_folder; }
    [[nodiscard]] ServerCore &core() { return *m_core; }

private:
    ServerInstance(DataFolder folder, DataLock lock) : m_folder(std::move(folder)), m_lock(std::move(lock)) {}

    DataFolder m_folder;
    DataLock m_lock;
    std::unique_ptr<FolderKeyVault> m_keys;
    std::unique_ptr<ServerStore> m_store;
    std::unique_ptr<ServerCore> m_core;
};

/// `init`: folder, keys, certificates, empty store, in the folder or in `database`. AlreadyExists where it was done. Gives
/// the root's fingerprint.
[[nodiscard]] base::Result<base::Hash> initialiseData(const DataFolder &folder, const std::string &name,
                                                      const std::vector<std::string> &addresses,
                                                      const base::Clock &clock, base::Random &random,
                                                      const std::string &database = {});

/// A whole file as text; TooLarge beyond `maxBytes`.
[[nodiscard]] base::Result<std::string> readTextFile(const std::filesystem::path &path, std::size_t maxBytes);

} // namespace faltakt::server
