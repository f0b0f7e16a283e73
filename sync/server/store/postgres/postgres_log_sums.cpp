// What the lines of cases come to, and the logs that ended.
#include "sync/server/store/postgres/postgres_log.h"
#include "sync/server/store/sum_limbs.h"

namespace faltakt::server {

using base::Result;

namespace {

constexpr char ReadSums[] = "SELECT case_id, compartment, lines, s0, s1, s2, s3, s4, s5, s6, s7 FROM case_sum"
                            " WHERE tenant = $1 AND case_id = ANY($2) ORDER BY case_id, compartment";
constexpr char AddSums[] =
    "INSERT INTO case_sum (tenant, case_id, compartment, lines, s0, s1, s2, s3, s4, s5, s6, s7) SELECT $1,"
    " unnest($2::uuid[]), unnest($3::bigint[]), unnest($4::bigint[]), unnest($5::bigint[]), unnest($6::bigint[]),"
    " unnest($7::bigint[]), unnest($8::bigint[]), unnest($9::bigint[]), unnest($10::bigint[]), unnest($11::bigint[]),"
    " unnest($12::bigint[]) ON CONFLICT (tenant, case_id, compartment) DO UPDATE"
    " SET lines = case_sum.lines + excluded.lines, s0 = case_sum.s0 + excluded.s0, s1 = case_sum.s1 + excluded.s1,"
    " s2 = case_sum.s2 + excluded.s2, s3 = case_sum.s3 + excluded.s3, s4 = case_sum.s4 + excluded.s4,"
    " s5 = case_sum.s5 + excluded.s5, s6 = case_sum.s6 + excluded.s6, s7 = case_sum.s7 + excluded.s7";
constexpr char ReadEnded[] = "SELECT log_id, head FROM ended_log WHERE tenant = $1 ORDER BY position";
constexpr char AddEnded[] = "INSERT INTO ended_log (tenant, position, log_id, head) SELECT $1,"
                            " coalesce(max(position), 0) + 1, $2, $3 FROM ended_log WHERE tenant = $1";

} // namespace

Result<std::vector<CompartmentSum>> PostgresLog::caseSums(TenantId tenant, const std::vector<CaseId> &cases)
{
    TRY_VOID(enter(tenant));
    PostgresColumn ids(PostgresColumn::Type::Uuid);
    for (const CaseId &caseId : cases)
        ids.add(caseId);
    TRY(const auto rows, m_session->query(ReadSums, PostgresParameters().add(tenant).add(ids)));
    return readAll<CompartmentSum>(rows, [](const PostgresRow &row) {
        SumLimbs limbs{};
        for (int limb = 0; limb < int(limbs.size()); ++limb)
            limbs[std::size_t(limb)] = row.integer(3 + limb);
        return CompartmentSum{
            row.id<CaseId>(0), changelog::Compartment(row.integer(1)), {.count = row.integer(2), .sum = sumOf(limbs)}};
    });
}

Result<void> PostgresLog::addToCaseSums(TenantId tenant, const std::vector<CompartmentSum> &added)
{
    TRY_VOID(enter(tenant));
    using Type = PostgresColumn::Type;
    PostgresColumn caseIds(Type::Uuid);
    PostgresColumn compartments(Type::Integer);
    PostgresColumn lines(Type::Integer);
    std::vector<PostgresColumn> limbs(std::tuple_size_v<SumLimbs>, PostgresColumn(Type::Integer));
    for (const CompartmentSum &sum : added) {
        caseIds.add(sum.caseId);
        compartments.add(std::int64_t(sum.compartment));
        lines.add(sum.lines.count);
        const SumLimbs values = limbsOf(sum.lines.sum);
        for (std::size_t limb = 0; limb < limbs.size(); ++limb)
            limbs[limb].add(values[limb]);
    }
    PostgresParameters parameters;
    parameters.add(tenant).add(caseIds).add(compartments).add(lines);
    for (const PostgresColumn &limb : limbs)
        parameters.add(limb);
    m_session->queue(AddSums, parameters);
    return {};
}

Result<std::vector<EndedLog>> PostgresLog::endedLogs(TenantId tenant)
{
    TRY_VOID(enter(tenant));
    TRY(const auto rows, m_session->query(ReadEnded, PostgresParameters().add(tenant)));
    return readAll<EndedLog>(rows, [](const PostgresRow &row) {
        return EndedLog{std::string(row.text(0)), row.integer(1)};
    });
}

Result<void> PostgresLog::addEndedLog(TenantId tenant, const EndedLog &log)
{
    TRY_VOID(enter(tenant));
    m_session->queue(AddEnded, PostgresParameters().add(tenant).add(log.logId).add(log.head));
    return {};
}

} // namespace faltakt::server
