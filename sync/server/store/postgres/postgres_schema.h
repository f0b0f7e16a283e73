#pragma once

#include "sync/server/store/postgres/postgres_connection.h"

namespace faltakt::server {

/// What is in a database before this program does anything to it.
enum class PostgresContent {
    Nothing,  ///< No schema of ours.
    Prepared, ///< The schema, without a server in it: the first `init` did not come to its end.
    Server,
};

/// Refused where the role could look past row-level security, Unsupported where the database keeps text in another
/// encoding, or where it was written by a newer version.
[[nodiscard]] base::Result<PostgresContent> examineDatabase(PostgresConnection &connection);

/// Brings the schema to the last step, all steps in one transaction; processes that start at once wait for each other.
/// Unsupported where the database was written by a newer version: it is left as it is.
[[nodiscard]] base::Result<void> migrateDatabase(PostgresConnection &connection);

} // namespace faltakt::server
