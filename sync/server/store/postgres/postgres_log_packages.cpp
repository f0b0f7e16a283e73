// Parts of field packages, and what was fetched into them.
#include "sync/server/store/postgres/postgres_log.h"

namespace faltakt::server {

using base::Result;

namespace {

constexpr char ReadParts[] =
    "SELECT e.* FROM unnest($2::uuid[]) AS one (id) CROSS JOIN LATERAL (SELECT case_id, first_seq, compartment, lines,"
    " sum, last_seq, touched, open, always FROM package_part WHERE tenant = $1 AND case_id = one.id"
    " AND ((touched < $3 AND open = 0 AND always = 0) OR last_seq > $4) OFFSET 0) AS e";
constexpr char AddFetch[] =
    "INSERT INTO package_fetch (tenant, device, seq, case_id, since) VALUES ($1, $2, $3, $4, $5)";
constexpr char ReadFetches[] = "SELECT seq, device, case_id, since FROM package_fetch WHERE tenant = $1 AND device = $2"
                               " AND seq > $3 ORDER BY seq LIMIT $4";
// A part that this transaction's own numbers name cannot be there yet; looking whether it is costs as much as adding it.
constexpr char AddParts[] =
    "INSERT INTO package_part (tenant, case_id, first_seq, compartment, lines, sum, last_seq, touched, open, always)"
    " SELECT $1, unnest($2::uuid[]), unnest($3::bigint[]), unnest($4::bigint[]), unnest($5::bigint[]),"
    " unnest($6::bytea[]), unnest($7::bigint[]), unnest($8::bigint[]), unnest($9::bigint[]), unnest($10::bigint[])";
constexpr char SetParts[] =
    "INSERT INTO package_part (tenant, case_id, first_seq, compartment, lines, sum, last_seq, touched, open, always)"
    " SELECT $1, unnest($2::uuid[]), unnest($3::bigint[]), unnest($4::bigint[]), unnest($5::bigint[]),"
    " unnest($6::bytea[]), unnest($7::bigint[]), unnest($8::bigint[]), unnest($9::bigint[]), unnest($10::bigint[])"
    " ON CONFLICT (tenant, case_id, first_seq) DO UPDATE SET"
    " lines = excluded.lines, sum = excluded.sum, last_seq = excluded.last_seq, touched = excluded.touched,"
    " open = excluded.open, always = excluded.always";

} // namespace

PackagePart partOf(const PostgresRow &row, int column)
{
    return {.caseId = row.id<CaseId>(column),
            .first = row.integer(column + 1),
            .compartment = changelog::Compartment(row.integer(column + 2)),
            .lines = {.count = row.integer(column + 3), .sum = row.hash(column + 4)},
            .last = row.integer(column + 5),
            .touched = row.instant(column + 6),
            .open = row.integer(column + 7),
            .always = row.integer(column + 8) != 0};
}

Result<std::vector<PackagePart>> PostgresLog::partsOutside(TenantId tenant, const std::vector<CaseId> &cases,
                                                           base::Instant before, std::int64_t after)
{
    TRY_VOID(enter(tenant));
    PostgresColumn ids(PostgresColumn::Type::Uuid);
    for (const CaseId &caseId : cases)
        ids.add(caseId);
    const auto parameters = PostgresParameters().add(tenant).add(ids).add(before).add(after);
    TRY(const auto rows, m_session->query(ReadParts, parameters));
    return readAll<PackagePart>(rows, [](const PostgresRow &row) { return partOf(row, 0); });
}

Result<std::optional<PackagePart>> PostgresLog::part(TenantId tenant, CaseId caseId, std::int64_t first)
{
    TRY_VOID(enter(tenant));
    const auto known = m_memory.parts.find({caseId, first});
    if (known != m_memory.parts.end())
        return std::optional(known->second);
    const auto parameters = PostgresParameters().add(tenant).add(caseId).add(first);
    TRY(const auto rows, m_session->query("SELECT case_id, first_seq, compartment, lines, sum, last_seq, touched, open,"
                                          " always FROM package_part WHERE tenant = $1 AND case_id = $2"
                                          " AND first_seq = $3",
                                          parameters));
    if (rows.empty())
        return std::optional<PackagePart>();
    return std::optional(m_memory.parts.emplace(std::pair(caseId, first), partOf(rows.front(), 0)).first->second);
}

Result<void> PostgresLog::setParts(TenantId tenant, const std::vector<PackagePart> &parts)
{
    TRY_VOID(enter(tenant));
    std::vector<const PackagePart *> fresh;
    std::vector<const PackagePart *> others;
    for (const PackagePart &part : parts) {
        const bool isNew = m_memory.firstTaken && part.first >= *m_memory.firstTaken;
        const bool isKnown = !m_memory.parts.insert_or_assign({part.caseId, part.first}, part).second;
        (isNew && !isKnown ? fresh : others).push_back(&part);
    }
    queueParts(AddParts, tenant, fresh);
    queueParts(SetParts, tenant, others);
    return {};
}

void PostgresLog::queueParts(const char *sql, TenantId tenant, const std::vector<const PackagePart *> &parts)
{
    if (parts.empty())
        return;
    using Type = PostgresColumn::Type;
    PostgresColumn caseIds(Type::Uuid);
    PostgresColumn firsts(Type::Integer);
    PostgresColumn compartments(Type::Integer);
    PostgresColumn lines(Type::Integer);
    PostgresColumn sums(Type::Bytes);
    PostgresColumn lasts(Type::Integer);
    PostgresColumn touched(Type::Integer);
    PostgresColumn open(Type::Integer);
    PostgresColumn always(Type::Integer);
    for (const PackagePart *part : parts) {
        caseIds.add(part->caseId);
        firsts.add(part->first);
        compartments.add(std::int64_t(part->compartment));
        lines.add(part->lines.count);
        sums.add(base::ByteView(part->lines.sum));
        lasts.add(part->last);
        touched.add(part->touched);
        open.add(part->open);
        always.add(std::int64_t(part->always));
    }
    PostgresParameters parameters;
    parameters.add(tenant).add(caseIds).add(firsts).add(compartments).add(lines).add(sums).add(lasts).add(touched);
    m_session->queue(sql, parameters.add(open).add(always));
}

Result<std::vector<PackageFetch>> PostgresLog::fetchesAfter(TenantId tenant, DeviceId device, std::int64_t after,
                                                            int limit)
{
    TRY_VOID(enter(tenant));
    const auto parameters = PostgresParameters().add(tenant).add(device).add(after).add(limit);
    TRY(const auto rows, m_session->query(ReadFetches, parameters));
    return readAll<PackageFetch>(rows, [](const PostgresRow &row) {
        return PackageFetch{row.integer(0), row.id<DeviceId>(1), row.id<CaseId>(2), row.instant(3)};
    });
}

Result<void> PostgresLog::addFetch(TenantId tenant, const PackageFetch &fetch)
{
    TRY_VOID(enter(tenant));
    PostgresParameters parameters;
    parameters.add(tenant).add(fetch.device).add(fetch.seq).add(fetch.caseId).add(fetch.since);
    m_session->queue(AddFetch, parameters);
    return {};
}

} // namespace faltakt::server
