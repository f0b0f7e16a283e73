#include "sync/server/store/postgres/postgres_watches.h"

namespace faltakt::server {

using base::Result;

namespace {

constexpr char ReadWatches[] = "SELECT record, case_id, due, alarmed FROM open_watch WHERE tenant = $1"
                               " ORDER BY due, record";
constexpr char SetWatch[] = "INSERT INTO open_watch (tenant, record, case_id, due, alarmed)"
                            " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (tenant, record)"
                            " DO UPDATE SET due = excluded.due, alarmed = excluded.alarmed";
constexpr char DropWatch[] = "DELETE FROM open_watch WHERE tenant = $1 AND record = $2";

} // namespace

Result<std::vector<OpenWatch>> PostgresWatches::openWatches(TenantId tenant)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadWatches, PostgresParameters().add(tenant)));
    return readAll<OpenWatch>(rows, [](const PostgresRow &row) {
        return OpenWatch{.record = row.id<RecordId>(0),
                         .caseId = row.id<CaseId>(1),
                         .due = row.instant(2),
                         .alarmed = row.optionalInstant(3)};
    });
}

Result<void> PostgresWatches::setWatch(TenantId tenant, const OpenWatch &watch)
{
    TRY_VOID(m_session->enter(tenant));
    PostgresParameters parameters;
    parameters.add(tenant).add(watch.record).add(watch.caseId).add(watch.due).add(watch.alarmed);
    m_session->queue(SetWatch, parameters);
    return {};
}

Result<void> PostgresWatches::dropWatch(TenantId tenant, RecordId record)
{
    TRY_VOID(m_session->enter(tenant));
    m_session->queue(DropWatch, PostgresParameters().add(tenant).add(record));
    return {};
}

} // namespace faltakt::server
