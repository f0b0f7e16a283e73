#include "sync/server/store/postgres/postgres_schema.h"

#include "generated/server_store/PostgresAccessLogMigration.h"
#include "generated/server_store/PostgresBlobsMigration.h"
#include "generated/server_store/PostgresContentPacksMigration.h"
#include "generated/server_store/PostgresDeputiesMigration.h"
#include "generated/server_store/PostgresEntriesMigration.h"
#include "generated/server_store/PostgresInitialMigration.h"
#include "generated/server_store/PostgresPackVersionsMigration.h"
#include "generated/server_store/PostgresPackageDaysMigration.h"
#include "generated/server_store/PostgresPackagesMigration.h"
#include "generated/server_store/PostgresProfilesMigration.h"
#include "generated/server_store/PostgresQuarantineMigration.h"
#include "generated/server_store/PostgresSumsMigration.h"
#include "generated/server_store/PostgresWatchesMigration.h"

#include <array>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// One step of the schema; numbered from 1, never edited after release.
struct Step {
    std::int64_t version;
    const char *sql;
};
constexpr std::array<Step, 13> Steps{{{1, server_store::PostgresInitialMigration},
                                      {2, server_store::PostgresSumsMigration},
                                      {3, server_store::PostgresAccessLogMigration},
                                      {4, server_store::PostgresEntriesMigration},
                                      {5, server_store::PostgresBlobsMigration},
                                      {6, server_store::PostgresPackagesMigration},
                                      {7, server_store::PostgresPackageDaysMigration},
                                      {8, server_store::PostgresQuarantineMigration},
                                      {9, server_store::PostgresContentPacksMigration},
                                      {10, server_store::PostgresPackVersionsMigration},
                                      {11, server_store::PostgresProfilesMigration},
                                      {12, server_store::PostgresWatchesMigration},
                                      {13, server_store::PostgresDeputiesMigration}}};

constexpr char ReadRole[] = "SELECT rolsuper OR rolbypassrls, current_setting('server_encoding') = 'UTF8',"
                            " current_setting('server_version_num')::bigint >= 150000"
                            " FROM pg_roles WHERE rolname = current_user";
constexpr char HasSchema[] = "SELECT to_regclass('public.schema_version') IS NOT NULL";
constexpr char HasSettings[] = "SELECT EXISTS (SELECT FROM setting)";
constexpr char Begin[] = "BEGIN";
constexpr char Commit[] = "COMMIT";
constexpr char RollBack[] = "ROLLBACK";
// Any number does, as long as it is always the same and no tenant's lock (these are hashes of 64 bits).
constexpr char Lock[] = "SELECT pg_advisory_xact_lock(4711, 1)";
constexpr char MakeVersion[] = "CREATE TABLE IF NOT EXISTS schema_version (version bigint PRIMARY KEY)";
constexpr char ReadVersion[] = "SELECT coalesce(max(version), 0) FROM schema_version";
constexpr char AddVersion[] = "INSERT INTO schema_version (version) VALUES ($1)";

Result<std::int64_t> versionOf(PostgresConnection &connection)
{
    TRY(const auto rows, connection.query(ReadVersion));
    const std::int64_t version = rows.empty() ? 0 : rows.front().integer(0);
    if (version > Steps.back().version)
        return fail(ErrorCode::Unsupported, "the database was written by a newer version of faltakt-server");
    return version;
}

Result<void> takeSteps(PostgresConnection &connection)
{
    TRY_VOID(connection.query(Lock));
    TRY_VOID(connection.query(MakeVersion));
    TRY(const std::int64_t current, versionOf(connection));
    for (const Step &step : Steps) {
        if (step.version <= current)
            continue;
        TRY_VOID(connection.executeScript(step.sql));
        TRY_VOID(connection.query(AddVersion, PostgresParameters().add(step.version)));
    }
    return {};
}

} // namespace

Result<PostgresContent> examineDatabase(PostgresConnection &connection)
{
    TRY(const auto role, connection.query(ReadRole));
    if (role.empty() || role.front().truth(0))
        return fail(ErrorCode::Refused,
                    "the database role is a superuser or may pass over row-level security: give the "
                    "server an ordinary role that owns its database");
    if (!role.front().truth(1))
        return fail(ErrorCode::Unsupported, "the database must be made with the encoding UTF8");
    if (!role.front().truth(2))
        return fail(ErrorCode::Unsupported, "the database must be PostgreSQL 15 or newer");
    TRY(const auto schema, connection.query(HasSchema));
    if (!schema.front().truth(0))
        return PostgresContent::Nothing;
    TRY_VOID(versionOf(connection));
    TRY(const auto settings, connection.query(HasSettings));
    return settings.front().truth(0) ? PostgresContent::Server : PostgresContent::Prepared;
}

Result<void> migrateDatabase(PostgresConnection &connection)
{
    TRY_VOID(connection.query(Begin));
    Result<void> done = takeSteps(connection);
    if (done) {
        TRY_VOID(connection.query(Commit));
        return {};
    }
    (void)connection.query(RollBack);
    return done;
}

} // namespace faltakt::server
