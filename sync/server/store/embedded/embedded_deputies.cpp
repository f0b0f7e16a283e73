#include "sync/server/store/embedded/embedded_deputies.h"

namespace faltakt::server {

using base::Result;

namespace {

Result<std::vector<DeputyTerm>> readTerms(store::Statement &statement)
{
    std::vector<DeputyTerm> all;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return all;
        all.push_back({.record = statement.id<RecordId>(0),
                       .caseId = statement.id<CaseId>(1),
                       .worker = statement.id<WorkerId>(2),
                       .opens = statement.instant(3),
                       .closes = statement.instant(4),
                       .broad = statement.integer(5) != 0,
                       .phase = DeputyTerm::Phase(statement.integer(6)),
                       .before = changelog::CompartmentSet(std::uint32_t(statement.integer(7))),
                       .leaves = statement.integer(8) != 0});
    }
}

} // namespace

Result<std::vector<DeputyTerm>> EmbeddedDeputies::terms(TenantId tenant)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT record, case_id, worker, opens, closes, broad, phase, before, leaves"
                            " FROM deputy_term WHERE tenant = ? ORDER BY opens, record"));
    return readTerms(statement.bind(1, number));
}

Result<std::vector<DeputyTerm>> EmbeddedDeputies::termsOfCase(TenantId tenant, CaseId caseId)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT record, case_id, worker, opens, closes, broad, phase, before, leaves"
                            " FROM deputy_term WHERE tenant = ? AND case_id = ? ORDER BY opens, record"));
    return readTerms(statement.bind(1, number).bind(2, caseId));
}

Result<void> EmbeddedDeputies::setTerm(TenantId tenant, const DeputyTerm &term)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("INSERT INTO deputy_term (tenant, record, case_id, worker, opens, closes, broad, phase,"
                            " before, leaves) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                            " ON CONFLICT (tenant, record) DO UPDATE SET opens = excluded.opens,"
                            " closes = excluded.closes, phase = excluded.phase, before = excluded.before,"
                            " leaves = excluded.leaves"));
    statement.bind(1, number).bind(2, term.record).bind(3, term.caseId).bind(4, term.worker);
    statement.bind(5, term.opens).bind(6, term.closes).bind(7, std::int64_t(term.broad ? 1 : 0));
    statement.bind(8, std::int64_t(term.phase)).bind(9, std::int64_t(term.before.bits()));
    return statement.bind(10, std::int64_t(term.leaves ? 1 : 0)).run();
}

Result<void> EmbeddedDeputies::dropTerm(TenantId tenant, RecordId record)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("DELETE FROM deputy_term WHERE tenant = ? AND record = ?"));
    return statement.bind(1, number).bind(2, record).run();
}

} // namespace faltakt::server
