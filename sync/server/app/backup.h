#pragma once

#include "core/base/random.h"
#include "core/base/result.h"
#include "sync/server/app/store_opening.h"

#include <filesystem>
#include <string>

namespace faltakt::server {

/// Writes the store's content of one moment into a new file for its owner alone, durably; gives its size. AlreadyExists
/// where the file is there. A part that was written before a failure is removed.
[[nodiscard]] base::Result<std::int64_t> writeBackup(ServerStore &store, const std::filesystem::path &file);

struct Restored {
    std::string logId;
    std::int64_t changes = 0;
};

/// Puts a backup into a folder that holds the keys and no store, under a new log. AlreadyExists where there is a store,
/// NotFound without keys, WrongKey where the backup was made with other keys, Damaged where a page of it is. The folder has
/// a store only when all is well.
[[nodiscard]] base::Result<Restored> restoreBackup(const DataFolder &folder, const std::filesystem::path &file,
                                                   base::Random &random);

/// A new log for a store that was put back by the database's own tools.
[[nodiscard]] base::Result<Restored> markRestored(ServerStore &store, base::Random &random);

} // namespace faltakt::server
