#include "sync/server/store/embedded/embedded_watches.h"

namespace faltakt::server {

using base::Result;

Result<std::vector<OpenWatch>> EmbeddedWatches::openWatches(TenantId tenant)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT record, case_id, due, alarmed FROM open_watch"
                                            " WHERE tenant = ? ORDER BY due, record"));
    statement.bind(1, number);
    std::vector<OpenWatch> all;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return all;
        OpenWatch watch{
            .record = statement.id<RecordId>(0), .caseId = statement.id<CaseId>(1), .due = statement.instant(2)};
        if (!statement.isNull(3))
            watch.alarmed = statement.instant(3);
        all.push_back(watch);
    }
}

Result<void> EmbeddedWatches::setWatch(TenantId tenant, const OpenWatch &watch)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("INSERT INTO open_watch (tenant, record, case_id, due, alarmed) VALUES (?, ?, ?, ?, ?)"
                            " ON CONFLICT (tenant, record) DO UPDATE SET due = excluded.due,"
                            " alarmed = excluded.alarmed"));
    statement.bind(1, number).bind(2, watch.record).bind(3, watch.caseId).bind(4, watch.due);
    return statement.bind(5, watch.alarmed).run();
}

Result<void> EmbeddedWatches::dropWatch(TenantId tenant, RecordId record)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("DELETE FROM open_watch WHERE tenant = ? AND record = ?"));
    return statement.bind(1, number).bind(2, record).run();
}

} // namespace faltakt::server
