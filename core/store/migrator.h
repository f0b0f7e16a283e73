#pragma once

#include "core/store/database.h"

#include <span>

namespace faltakt::store {

/// One step of a schema; numbered from 1, never edited after release.
struct Migration {
    int version;
    const char *sql;
};

/// Brings the database to the last step, each step in its own transaction. Unsupported where the file was written
/// by a newer version: it is left as it is.
[[nodiscard]] base::Result<void> migrate(Database &database, std::span<const Migration> migrations);

/// The number of the last step taken; 0 for an empty file.
[[nodiscard]] base::Result<int> schemaVersion(Database &database);

} // namespace faltakt::store
