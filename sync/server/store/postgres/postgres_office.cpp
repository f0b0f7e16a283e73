#include "sync/server/store/postgres/postgres_office.h"

namespace faltakt::server {

using base::Result;

namespace {

constexpr char ReadSheet[] = "SELECT imported, case_id FROM lob_sheet WHERE tenant = $1 AND source = $2 AND sheet = $3";
constexpr char ReadReports[] = "SELECT source, sheet, reason, imported, \"row\" FROM office_report WHERE tenant = $1"
                               " ORDER BY imported, source, sheet";
constexpr char ReadPersons[] = "SELECT record FROM person_number WHERE tenant = $1 AND number = $2 ORDER BY record";
constexpr char AddSheet[] =
    "INSERT INTO lob_sheet (tenant, source, sheet, imported, case_id) VALUES ($1, $2, $3, $4, $5)";
constexpr char AddReport[] =
    "INSERT INTO office_report (tenant, source, sheet, reason, imported, \"row\") VALUES ($1, $2, $3, $4, $5, $6)";
constexpr char ForgetNumbers[] = "DELETE FROM person_number WHERE tenant = $1 AND record = $2";
// A number that stands there is passed over without an error: the server's own log would repeat it.
constexpr char AddNumbers[] = "INSERT INTO person_number (tenant, number, record)"
                              " SELECT $1, number, $2 FROM unnest($3::text[]) AS number ON CONFLICT DO NOTHING";

} // namespace

Result<std::optional<LobSheet>> PostgresOffice::lobSheet(TenantId tenant, std::string_view source,
                                                         std::string_view sheet)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadSheet, PostgresParameters().add(tenant).add(source).add(sheet)));
    if (rows.empty())
        return std::optional<LobSheet>();
    return std::optional(
        LobSheet{std::string(source), std::string(sheet), rows.front().instant(0), rows.front().optionalId<CaseId>(1)});
}

Result<std::vector<OfficeReport>> PostgresOffice::officeReports(TenantId tenant)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadReports, PostgresParameters().add(tenant)));
    return readAll<OfficeReport>(rows, [](const PostgresRow &row) {
        return OfficeReport{std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
                            row.instant(3), std::string(row.text(4))};
    });
}

Result<std::vector<RecordId>> PostgresOffice::personsByNumber(TenantId tenant, std::string_view number)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadPersons, PostgresParameters().add(tenant).add(number)));
    return readAll<RecordId>(rows, [](const PostgresRow &row) { return row.id<RecordId>(0); });
}

Result<void> PostgresOffice::addLobSheet(TenantId tenant, const LobSheet &sheet)
{
    TRY_VOID(m_session->enter(tenant));
    m_session->queue(
        AddSheet,
        PostgresParameters().add(tenant).add(sheet.source).add(sheet.sheet).add(sheet.imported).add(sheet.caseId));
    return {};
}

Result<void> PostgresOffice::addOfficeReport(TenantId tenant, const OfficeReport &report)
{
    TRY_VOID(m_session->enter(tenant));
    PostgresParameters parameters;
    parameters.add(tenant).add(report.source).add(report.sheet).add(report.reason).add(report.imported);
    m_session->queue(AddReport, parameters.add(report.row));
    return {};
}

Result<void> PostgresOffice::setNumbers(TenantId tenant, RecordId record, const std::vector<std::string> &numbers)
{
    TRY_VOID(m_session->enter(tenant));
    m_session->queue(ForgetNumbers, PostgresParameters().add(tenant).add(record));
    PostgresColumn column(PostgresColumn::Type::Text);
    for (const std::string &number : numbers)
        column.add(std::string_view(number));
    if (!numbers.empty())
        m_session->queue(AddNumbers, PostgresParameters().add(tenant).add(record).add(column));
    return {};
}

} // namespace faltakt::server
