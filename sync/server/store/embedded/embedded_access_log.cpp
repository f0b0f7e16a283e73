#include "sync/server/store/embedded/embedded_access_log.h"

namespace faltakt::server {

using base::Result;

Result<AccessLogHead> EmbeddedAccessLog::head(TenantId tenant)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT n, link, seal FROM access_log_head WHERE tenant = ?"));
    statement.bind(1, number);
    TRY(const bool row, statement.step());
    return row ? AccessLogHead{statement.integer(0), statement.hash(1), statement.hash(2)} : AccessLogHead();
}

Result<std::vector<AccessLogEntry>> EmbeddedAccessLog::entriesAfter(TenantId tenant, std::int64_t after, int limit)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT n, at, worker, device, act, case_id, compartments, lines, word,"
                                            " purpose, link FROM access_log WHERE tenant = ? AND n > ?"
                                            " ORDER BY n LIMIT ?"));
    statement.bind(1, number).bind(2, after).bind(3, limit);
    std::vector<AccessLogEntry> entries;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return entries;
        AccessLogEntry entry;
        entry.n = statement.integer(0);
        entry.at = statement.instant(1);
        entry.worker = statement.id<WorkerId>(2);
        entry.device = statement.id<DeviceId>(3);
        entry.act = AccessAct(statement.integer(4));
        if (!statement.isNull(5))
            entry.caseId = statement.id<CaseId>(5);
        entry.compartments = changelog::CompartmentSet(std::uint32_t(statement.integer(6)));
        entry.lines = statement.integer(7);
        entry.word = std::string(statement.text(8));
        entry.purpose = std::string(statement.text(9));
        entry.link = statement.hash(10);
        entries.push_back(std::move(entry));
    }
}

Result<void> EmbeddedAccessLog::append(TenantId tenant, const std::vector<AccessLogEntry> &entries,
                                       const AccessLogHead &head)
{
    TRY(const auto number, m_numbers->of(tenant));
    for (const AccessLogEntry &entry : entries) {
        TRY(auto statement, m_database->prepare("INSERT INTO access_log (tenant, n, at, worker, device, act, case_id,"
                                                " compartments, lines, word, purpose, link)"
                                                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        statement.bind(1, number).bind(2, entry.n).bind(3, entry.at).bind(4, entry.worker).bind(5, entry.device);
        statement.bind(6, std::int64_t(entry.act)).bind(7, entry.caseId);
        statement.bind(8, std::int64_t(entry.compartments.bits())).bind(9, entry.lines);
        statement.bind(10, entry.word).bind(11, entry.purpose).bind(12, entry.link);
        TRY_VOID(statement.run());
    }
    TRY(auto statement, m_database->prepare("INSERT INTO access_log_head (tenant, n, link, seal) VALUES (?, ?, ?, ?)"
                                            " ON CONFLICT (tenant) DO UPDATE SET n = excluded.n, link = excluded.link,"
                                            " seal = excluded.seal"));
    statement.bind(1, number).bind(2, head.n).bind(3, head.link).bind(4, head.seal);
    return statement.run();
}

} // namespace faltakt::server
