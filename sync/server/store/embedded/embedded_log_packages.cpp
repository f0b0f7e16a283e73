// Parts of field packages, and what was fetched into them.
#include "sync/server/store/embedded/embedded_log.h"

namespace faltakt::server {

using base::Result;
using store::Statement;

namespace {

PackagePart partOf(const Statement &row, CaseId caseId)
{
    return {.caseId = caseId,
            .first = row.integer(0),
            .compartment = changelog::Compartment(row.integer(1)),
            .lines = {.count = row.integer(2), .sum = row.hash(3)},
            .last = row.integer(4),
            .touched = row.instant(5),
            .open = row.integer(6),
            .always = row.integer(7) != 0};
}

} // namespace

Result<std::vector<PackagePart>> EmbeddedLog::partsOutside(TenantId tenant, const std::vector<CaseId> &cases,
                                                           base::Instant before, std::int64_t after)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT first_seq, compartment, lines, sum, last_seq, touched, open, always"
                            " FROM package_part WHERE tenant = ?1 AND case_id = ?2"
                            " AND ((touched < ?3 AND open = 0 AND always = 0) OR last_seq > ?4) ORDER BY first_seq"));
    std::vector<PackagePart> parts;
    for (const CaseId caseId : cases) {
        statement.bind(1, number).bind(2, caseId).bind(3, before).bind(4, after);
        while (true) {
            TRY(const bool row, statement.step());
            if (!row)
                break;
            parts.push_back(partOf(statement, caseId));
        }
        statement.reset();
    }
    return parts;
}

Result<std::optional<PackagePart>> EmbeddedLog::part(TenantId tenant, CaseId caseId, std::int64_t first)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT first_seq, compartment, lines, sum, last_seq, touched, open, always"
                                            " FROM package_part WHERE tenant = ? AND case_id = ? AND first_seq = ?"));
    statement.bind(1, number).bind(2, caseId).bind(3, first);
    TRY(const bool row, statement.step());
    return row ? std::optional(partOf(statement, caseId)) : std::nullopt;
}

Result<void> EmbeddedLog::setParts(TenantId tenant, const std::vector<PackagePart> &parts)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare(
            "INSERT INTO package_part (tenant, case_id, first_seq, compartment, lines, sum, last_seq, touched, open,"
            " always) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (tenant, case_id, first_seq)"
            " DO UPDATE SET lines = ?5, sum = ?6, last_seq = ?7, touched = ?8, open = ?9, always = ?10"));
    for (const PackagePart &part : parts) {
        statement.bind(1, number).bind(2, part.caseId).bind(3, part.first).bind(4, int(part.compartment));
        statement.bind(5, part.lines.count).bind(6, part.lines.sum).bind(7, part.last).bind(8, part.touched);
        TRY_VOID(statement.bind(9, part.open).bind(10, int(part.always)).run());
    }
    return {};
}

Result<std::vector<PackageFetch>> EmbeddedLog::fetchesAfter(TenantId tenant, DeviceId device, std::int64_t after,
                                                            int limit)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT seq, case_id, since FROM package_fetch WHERE tenant = ? AND"
                                            " device = ? AND seq > ? ORDER BY seq LIMIT ?"));
    statement.bind(1, number).bind(2, device).bind(3, after).bind(4, limit);
    std::vector<PackageFetch> fetches;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return fetches;
        fetches.push_back({statement.integer(0), device, statement.id<CaseId>(1), statement.instant(2)});
    }
}

Result<void> EmbeddedLog::addFetch(TenantId tenant, const PackageFetch &fetch)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("INSERT INTO package_fetch (tenant, device, seq, case_id, since) VALUES (?, ?, ?, ?, ?)"));
    statement.bind(1, number).bind(2, fetch.device).bind(3, fetch.seq).bind(4, fetch.caseId).bind(5, fetch.since);
    return statement.run();
}

} // namespace faltakt::server
