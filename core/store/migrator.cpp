#include "core/store/migrator.h"

#include <string>

namespace faltakt::store {

base::Result<int> schemaVersion(Database &database)
{
    TRY(auto statement, database.prepare("PRAGMA user_version"));
    TRY(const bool row, statement.step());
    return row ? int(statement.integer(0)) : 0;
}

base::Result<void> migrate(Database &database, std::span<const Migration> migrations)
{
    TRY(const int current, schemaVersion(database));
    if (!migrations.empty() && current > migrations.back().version)
        return base::fail(base::ErrorCode::Unsupported, "the store was written by a newer version");
    for (const Migration &migration : migrations) {
        if (migration.version <= current)
            continue;
        TRY(auto transaction, Transaction::begin(database));
        TRY_VOID(database.execute(migration.sql));
        const std::string mark = "PRAGMA user_version = " + std::to_string(migration.version);
        TRY_VOID(database.execute(mark.c_str()));
        TRY_VOID(transaction.commit());
    }
    return {};
}

} // namespace faltakt::store
