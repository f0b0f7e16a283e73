#include "sync/server/store/postgres/postgres_access_log.h"

namespace faltakt::server {

using base::Result;

namespace {

constexpr char ReadHead[] = "SELECT n, link, seal FROM access_log_head WHERE tenant = $1";
constexpr char ReadEntries[] = "SELECT n, at, worker, device, act, case_id, compartments, lines, word, purpose, link"
                               " FROM access_log WHERE tenant = $1 AND n > $2 ORDER BY n LIMIT $3";
constexpr char AddEntries[] =
    "INSERT INTO access_log (tenant, n, at, worker, device, act, case_id, compartments, lines, word, purpose, link)"
    " SELECT $1, unnest($2::bigint[]), unnest($3::bigint[]), unnest($4::uuid[]), unnest($5::uuid[]),"
    " unnest($6::bigint[]), unnest($7::uuid[]), unnest($8::bigint[]), unnest($9::bigint[]), unnest($10::text[]),"
    " unnest($11::text[]), unnest($12::bytea[])";
constexpr char SetHead[] =
    "INSERT INTO access_log_head (tenant, n, link, seal) VALUES ($1, $2, $3, $4)"
    " ON CONFLICT (tenant) DO UPDATE SET n = excluded.n, link = excluded.link, seal = excluded.seal";

AccessLogEntry entryOf(const PostgresRow &row)
{
    AccessLogEntry entry;
    entry.n = row.integer(0);
    entry.at = row.instant(1);
    entry.worker = row.id<WorkerId>(2);
    entry.device = row.id<DeviceId>(3);
    entry.act = AccessAct(row.integer(4));
    entry.caseId = row.optionalId<CaseId>(5);
    entry.compartments = changelog::CompartmentSet(std::uint32_t(row.integer(6)));
    entry.lines = row.integer(7);
    entry.word = std::string(row.text(8));
    entry.purpose = std::string(row.text(9));
    entry.link = row.hash(10);
    return entry;
}

AccessLogHead headOf(const PostgresRows &rows)
{
    if (rows.empty())
        return {};
    return {rows.front().integer(0), rows.front().hash(1), rows.front().hash(2)};
}

} // namespace

void PostgresAccessLog::expectHead(TenantId tenant)
{
    m_session->ask({{ReadHead, PostgresParameters().add(tenant)}},
                   [this, tenant](const PostgresSession::Answers &answers) -> Result<void> {
                       m_known = Known{tenant, headOf(answers.front())};
                       return {};
                   });
}

Result<AccessLogHead> PostgresAccessLog::head(TenantId tenant)
{
    TRY_VOID(m_session->enter(tenant));
    TRY_VOID(m_session->settle());
    if (m_known && m_known->tenant == tenant)
        return m_known->head;
    TRY(const auto rows, m_session->query(ReadHead, PostgresParameters().add(tenant)));
    return headOf(rows);
}

Result<std::vector<AccessLogEntry>> PostgresAccessLog::entriesAfter(TenantId tenant, std::int64_t after, int limit)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadEntries, PostgresParameters().add(tenant).add(after).add(limit)));
    return readAll<AccessLogEntry>(rows, entryOf);
}

Result<void> PostgresAccessLog::append(TenantId tenant, const std::vector<AccessLogEntry> &entries,
                                       const AccessLogHead &head)
{
    using Type = PostgresColumn::Type;
    TRY_VOID(m_session->enter(tenant));
    TRY_VOID(m_session->settle());
    PostgresColumn n(Type::Integer), at(Type::Integer), worker(Type::Uuid), device(Type::Uuid), act(Type::Integer),
        caseId(Type::Uuid), compartments(Type::Integer), lines(Type::Integer), word(Type::Text), purpose(Type::Text),
        link(Type::Bytes);
    for (const AccessLogEntry &entry : entries) {
        n.add(entry.n);
        at.add(entry.at);
        worker.add(entry.worker);
        device.add(entry.device);
        act.add(std::int64_t(entry.act));
        if (entry.caseId)
            caseId.add(*entry.caseId);
        else
            caseId.addNull();
        compartments.add(std::int64_t(entry.compartments.bits()));
        lines.add(entry.lines);
        word.add(std::string_view(entry.word));
        purpose.add(std::string_view(entry.purpose));
        link.add(base::ByteView(entry.link));
    }
    PostgresParameters parameters;
    parameters.add(tenant).add(n).add(at).add(worker).add(device).add(act).add(caseId).add(compartments);
    m_session->queue(AddEntries, parameters.add(lines).add(word).add(purpose).add(link));
    m_session->queue(SetHead, PostgresParameters().add(tenant).add(head.n).add(head.link).add(head.seal));
    m_known = Known{tenant, head};
    return {};
}

} // namespace faltakt::server
