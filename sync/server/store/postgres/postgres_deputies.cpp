#include "sync/server/store/postgres/postgres_deputies.h"

namespace faltakt::server {

using base::Result;

namespace {

constexpr char ReadTerms[] = "SELECT record, case_id, worker, opens, closes, broad, phase, before, leaves"
                             " FROM deputy_term WHERE tenant = $1 ORDER BY opens, record";
constexpr char ReadTermsOfCase[] = "SELECT record, case_id, worker, opens, closes, broad, phase, before, leaves"
                                   " FROM deputy_term WHERE tenant = $1 AND case_id = $2 ORDER BY opens, record";
constexpr char SetTerm[] = "INSERT INTO deputy_term (tenant, record, case_id, worker, opens, closes, broad, phase,"
                           " before, leaves) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
                           " ON CONFLICT (tenant, record) DO UPDATE SET opens = excluded.opens,"
                           " closes = excluded.closes, phase = excluded.phase, before = excluded.before,"
                           " leaves = excluded.leaves";
constexpr char DropTerm[] = "DELETE FROM deputy_term WHERE tenant = $1 AND record = $2";

DeputyTerm termOf(const PostgresRow &row)
{
    return {.record = row.id<RecordId>(0),
            .caseId = row.id<CaseId>(1),
            .worker = row.id<WorkerId>(2),
            .opens = row.instant(3),
            .closes = row.instant(4),
            .broad = row.integer(5) != 0,
            .phase = DeputyTerm::Phase(row.integer(6)),
            .before = changelog::CompartmentSet(std::uint32_t(row.integer(7))),
            .leaves = row.integer(8) != 0};
}

} // namespace

Result<std::vector<DeputyTerm>> PostgresDeputies::terms(TenantId tenant)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadTerms, PostgresParameters().add(tenant)));
    return readAll<DeputyTerm>(rows, termOf);
}

Result<std::vector<DeputyTerm>> PostgresDeputies::termsOfCase(TenantId tenant, CaseId caseId)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadTermsOfCase, PostgresParameters().add(tenant).add(caseId)));
    return readAll<DeputyTerm>(rows, termOf);
}

Result<void> PostgresDeputies::setTerm(TenantId tenant, const DeputyTerm &term)
{
    TRY_VOID(m_session->enter(tenant));
    PostgresParameters parameters;
    parameters.add(tenant).add(term.record).add(term.caseId).add(term.worker).add(term.opens).add(term.closes);
    parameters.add(std::int64_t(term.broad ? 1 : 0)).add(std::int64_t(term.phase));
    parameters.add(std::int64_t(term.before.bits())).add(std::int64_t(term.leaves ? 1 : 0));
    m_session->queue(SetTerm, parameters);
    return {};
}

Result<void> PostgresDeputies::dropTerm(TenantId tenant, RecordId record)
{
    TRY_VOID(m_session->enter(tenant));
    m_session->queue(DropTerm, PostgresParameters().add(tenant).add(record));
    return {};
}

} // namespace faltakt::server
