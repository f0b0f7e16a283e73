#include "sync/server/api/case_figures.h"

#include "core/casework/lob_routing.h"
#include "core/casework/person_card.h"
#include "core/casework/swedish_time.h"
#include "sync/server/api/whole_case.h"

#include <algorithm>
#include <set>

namespace faltakt::server {

using base::Date;
using base::Result;
using store::RecordView;

namespace {

/// Reports while they are gathered: a sheet that was typed in and came by file too is counted once, on its first day.
class Gathering {
public:
    void add(const std::string &sheet, Date day, rules::CountedReport report)
    {
        report.day = day;
        const auto seen = sheet.empty() ? m_sheets.end() : m_sheets.find(sheet);
        if (seen != m_sheets.end()) {
            if (seen->second->first <= day)
                return;
            m_reports.erase(seen->second);
        }
        const auto place = m_reports.emplace(day, std::move(report));
        if (!sheet.empty())
            m_sheets.insert_or_assign(sheet, place);
    }
    /// A sheet about somebody with protected identity: not counted, wherever else it lies.
    void hide(const std::string &sheet) { m_hidden.insert(sheet); }
    [[nodiscard]] ReportsByDay take()
    {
        for (const std::string &sheet : m_hidden)
            if (const auto seen = m_sheets.find(sheet); seen != m_sheets.end())
                m_reports.erase(seen->second);
        return std::move(m_reports);
    }

private:
    ReportsByDay m_reports;
    std::map<std::string, ReportsByDay::iterator> m_sheets;
    std::set<std::string> m_hidden;
};

Result<bool> isProtected(const WholeCase &whole, CaseId caseId)
{
    TRY(const auto persons, whole.records(caseId, "person"));
    TRY(const auto hidden, whole.records(caseId, "protectedPerson"));
    return !hidden.empty() || std::ranges::any_of(persons, [](const RecordView &person) {
        return casework::protectionLevel(person) != "none";
    });
}

Result<void> readReports(const WholeCase &whole, CaseId caseId, bool isHidden, Gathering &reports)
{
    TRY(const auto views, whole.records(caseId, "lobReport"));
    if (views.empty())
        return {};
    TRY(const rules::CaseFacts facts, rules::readCaseFacts(caseId, whole));
    TRY(const auto persons, whole.records(caseId, "person"));
    const std::string sex = persons.empty() ? std::string() : persons.front().text("sex");
    for (const RecordView &view : views) {
        const std::string sheet = casework::lobSheetKey(view.text("source"), view.text("sheetNumber"));
        if (isHidden) {
            reports.hide(sheet);
            continue;
        }
        const auto day = view.instant("registered") ? view.instant("registered") : view.instant("received");
        if (day)
            reports.add(sheet, casework::swedishDate(*day), rules::countedReport(view, sex, facts));
    }
    return {};
}

Result<void> readScreenings(const WholeCase &whole, CaseId caseId, std::vector<rules::CountedScreening> &screenings)
{
    TRY(const auto assessments, whole.records(caseId, "assessment"));
    if (assessments.empty())
        return {};
    TRY(const auto signatures, whole.records(caseId, "signature"));
    for (const RecordView &assessment : assessments)
        if (auto counted = rules::countedScreening(assessment, signatures))
            screenings.push_back(std::move(*counted));
    return {};
}

Result<void> readOffice(StoreSnapshot &snapshot, TenantId tenant, Gathering &reports)
{
    TRY(const auto atOffice, snapshot.office().officeReports(tenant));
    for (const OfficeReport &report : atOffice) {
        const std::string sheet = casework::lobSheetKey(report.source, report.sheet);
        if (report.reason == "protectedIdentity") {
            reports.hide(sheet);
            continue;
        }
        TRY(const base::json::Value row, base::json::parse(report.row));
        reports.add(sheet, casework::swedishDate(report.imported), rules::countedOfficeReport(row));
    }
    return {};
}

} // namespace

Result<CaseFigures> readCaseFigures(StoreSnapshot &snapshot, TenantId tenant, WantedFigures wanted)
{
    CaseFigures figures;
    if (!wanted.reports && !wanted.screenings)
        return figures;
    Gathering reports;
    TRY(const auto files, snapshot.log().cases(tenant));
    for (const CaseFile &file : files) {
        // Of a report the state is kept, so that a file without one needs no reading for it.
        if (!wanted.screenings) {
            TRY(const auto kept, snapshot.log().recordStates(tenant, file.id, "lobReport"));
            if (kept.empty())
                continue;
        }
        TRY(const WholeCase whole, WholeCase::read(snapshot.log(), tenant, file.id));
        TRY(const bool isHidden, isProtected(whole, file.id));
        TRY_VOID(readReports(whole, file.id, isHidden, reports));
        if (wanted.screenings && !isHidden)
            TRY_VOID(readScreenings(whole, file.id, figures.screenings));
    }
    TRY_VOID(readOffice(snapshot, tenant, reports));
    figures.reports = reports.take();
    return figures;
}

} // namespace faltakt::server
