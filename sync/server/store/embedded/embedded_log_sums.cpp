// What the lines of cases come to, and the logs that ended.
#include "sync/server/store/embedded/embedded_log.h"
#include "sync/server/store/sum_limbs.h"

namespace faltakt::server {

using base::Result;

Result<std::vector<CompartmentSum>> EmbeddedLog::caseSums(TenantId tenant, const std::vector<CaseId> &cases)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT compartment, lines, s0, s1, s2, s3, s4, s5, s6, s7 FROM case_sum"
                                            " WHERE tenant = ? AND case_id = ?"));
    std::vector<CompartmentSum> sums;
    for (const CaseId caseId : cases) {
        statement.bind(1, number).bind(2, caseId);
        while (true) {
            TRY(const bool row, statement.step());
            if (!row)
                break;
            SumLimbs limbs{};
            for (int limb = 0; limb < int(limbs.size()); ++limb)
                limbs[std::size_t(limb)] = statement.integer(2 + limb);
            sums.push_back({caseId,
                            changelog::Compartment(statement.integer(0)),
                            {.count = statement.integer(1), .sum = sumOf(limbs)}});
        }
        statement.reset();
    }
    return sums;
}

Result<void> EmbeddedLog::addToCaseSums(TenantId tenant, const std::vector<CompartmentSum> &added)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare(
            "INSERT INTO case_sum (tenant, case_id, compartment, lines, s0, s1, s2, s3, s4, s5, s6, s7)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, case_id, compartment) DO UPDATE SET"
            " lines = lines + excluded.lines, s0 = s0 + excluded.s0, s1 = s1 + excluded.s1, s2 = s2 + excluded.s2,"
            " s3 = s3 + excluded.s3, s4 = s4 + excluded.s4, s5 = s5 + excluded.s5, s6 = s6 + excluded.s6,"
            " s7 = s7 + excluded.s7"));
    for (const CompartmentSum &sum : added) {
        statement.bind(1, number).bind(2, sum.caseId).bind(3, int(sum.compartment)).bind(4, sum.lines.count);
        int column = 5;
        for (const std::int64_t limb : limbsOf(sum.lines.sum))
            statement.bind(column++, limb);
        TRY_VOID(statement.run());
    }
    return {};
}

Result<std::vector<EndedLog>> EmbeddedLog::endedLogs(TenantId tenant)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT log_id, head FROM ended_log WHERE tenant = ? ORDER BY position"));
    statement.bind(1, number);
    std::vector<EndedLog> logs;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return logs;
        logs.push_back({std::string(statement.text(0)), statement.integer(1)});
    }
}

Result<void> EmbeddedLog::addEndedLog(TenantId tenant, const EndedLog &log)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("INSERT INTO ended_log (tenant, position, log_id, head)"
                            " SELECT ?1, coalesce(max(position), 0) + 1, ?2, ?3 FROM ended_log WHERE tenant = ?1"));
    return statement.bind(1, number).bind(2, log.logId).bind(3, log.head).run();
}

} // namespace faltakt::server
