#include "sync/server/store/embedded/embedded_office.h"

namespace faltakt::server {

using base::Result;

Result<std::optional<LobSheet>> EmbeddedOffice::lobSheet(TenantId tenant, std::string_view source,
                                                         std::string_view sheet)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT imported, case_id FROM lob_sheet WHERE tenant = ? AND source = ? AND sheet = ?"));
    statement.bind(1, number).bind(2, source).bind(3, sheet);
    TRY(const bool row, statement.step());
    if (!row)
        return std::optional<LobSheet>();
    const auto caseId = statement.isNull(1) ? std::nullopt : std::optional(statement.id<CaseId>(1));
    return std::optional(LobSheet{std::string(source), std::string(sheet), statement.instant(0), caseId});
}

Result<std::vector<OfficeReport>> EmbeddedOffice::officeReports(TenantId tenant)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT source, sheet, reason, imported, row FROM office_report WHERE "
                                            "tenant = ? ORDER BY imported, source, sheet"));
    statement.bind(1, number);
    std::vector<OfficeReport> reports;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return reports;
        reports.push_back({std::string(statement.text(0)), std::string(statement.text(1)),
                           std::string(statement.text(2)), statement.instant(3), std::string(statement.text(4))});
    }
}

Result<std::vector<RecordId>> EmbeddedOffice::personsByNumber(TenantId tenant, std::string_view number)
{
    TRY(const auto tenantNumber, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT record FROM person_number WHERE tenant = ? AND number = ? ORDER BY record"));
    statement.bind(1, tenantNumber).bind(2, number);
    std::vector<RecordId> records;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return records;
        records.push_back(statement.id<RecordId>(0));
    }
}

Result<void> EmbeddedOffice::addLobSheet(TenantId tenant, const LobSheet &sheet)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("INSERT INTO lob_sheet (tenant, source, sheet, imported, case_id) VALUES (?, ?, ?, ?, ?)"));
    statement.bind(1, number).bind(2, sheet.source).bind(3, sheet.sheet).bind(4, sheet.imported).bind(5, sheet.caseId);
    return statement.run();
}

Result<void> EmbeddedOffice::addOfficeReport(TenantId tenant, const OfficeReport &report)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare(
            "INSERT INTO office_report (tenant, source, sheet, reason, imported, row) VALUES (?, ?, ?, ?, ?, ?)"));
    statement.bind(1, number)
        .bind(2, report.source)
        .bind(3, report.sheet)
        .bind(4, report.reason)
        .bind(5, report.imported);
    statement.bind(6, report.row);
    return statement.run();
}

Result<void> EmbeddedOffice::setNumbers(TenantId tenant, RecordId record, const std::vector<std::string> &numbers)
{
    TRY(const auto tenantNumber, m_numbers->of(tenant));
    TRY(auto removal, m_database->prepare("DELETE FROM person_number WHERE tenant = ? AND record = ?"));
    removal.bind(1, tenantNumber).bind(2, record);
    TRY_VOID(removal.run());
    for (const std::string &number : numbers) {
        TRY(auto statement,
            m_database->prepare("INSERT OR IGNORE INTO person_number (tenant, number, record) VALUES (?, ?, ?)"));
        statement.bind(1, tenantNumber).bind(2, number).bind(3, record);
        TRY_VOID(statement.run());
    }
    return {};
}

} // namespace faltakt::server
