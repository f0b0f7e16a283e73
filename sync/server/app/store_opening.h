#pragma once

#include "sync/server/ops/data_folder.h"
#include "sync/server/ops/folder_key_vault.h"
#include "sync/server/store/server_store.h"

#include <functional>
#include <memory>

namespace faltakt::server {

struct StoreOpening {
    /// "postgres://…"; empty: what the folder says, or the file in it.
    std::string database;
    bool create = false;
    /// Connections beside the writer's; 0 for a single command.
    int readers = 0;
    /// Told whose order another process made longer.
    std::function<void(TenantId)> orderGrew = {};
};

/// The store of a data folder: the encrypted file in it, or a database elsewhere. WrongKey where the keys of the folder are
/// not those that the database was made with. A folder that keeps its data itself takes no `database` (InvalidInput).
[[nodiscard]] base::Result<std::unique_ptr<ServerStore>> openStore(const DataFolder &folder, const FolderKeyVault &keys,
                                                                   const StoreOpening &opening);

/// Leaves in the folder where its data are, and in the store which keys belong to it; the last step of `init`.
[[nodiscard]] base::Result<void> bindStore(const DataFolder &folder, const FolderKeyVault &keys, ServerStore &store,
                                           const std::string &database);

/// The embedded store in this file, which has another name than the folder's own. WrongKey where it was made with other keys.
[[nodiscard]] base::Result<std::unique_ptr<ServerStore>> openStoreFile(const std::filesystem::path &file,
                                                                       const FolderKeyVault &keys);

} // namespace faltakt::server
