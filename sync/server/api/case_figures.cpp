#include "sync/server/api/case_figures.h"

#include "core/casework/lob_routing.h"
#include "core/casework/person_card.h"
#include "core/casework/swedish_time.h"
#include "sync/server/api/whole_case.h"

#include <algorithm>
#include <iterator>
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

/// The files of a tenant one by one.
class CaseReading {
public:
    CaseReading(WantedFigures wanted, const std::optional<rules::Profile> &profile)
        : m_wanted(wanted), m_profile(profile)
    {
    }

    Result<void> read(const WholeCase &whole, CaseId caseId, CaseFigures &figures);
    Gathering &reports() { return m_reports; }

private:
    Result<void> addReports(const WholeCase &whole, CaseId caseId, const std::vector<RecordView> &views,
                            const rules::CaseFacts &facts);

    WantedFigures m_wanted;
    const std::optional<rules::Profile> &m_profile;
    Gathering m_reports;
};

Result<void> CaseReading::addReports(const WholeCase &whole, CaseId caseId, const std::vector<RecordView> &views,
                                     const rules::CaseFacts &facts)
{
    TRY(const auto persons, whole.records(caseId, "person"));
    const std::string sex = persons.empty() ? std::string() : persons.front().text("sex");
    for (const RecordView &view : views) {
        const auto day = view.instant("registered") ? view.instant("registered") : view.instant("received");
        if (!day)
            continue;
        rules::CountedReport counted = rules::countedReport(view, sex, facts);
        if (m_profile)
            counted.firstAttempt = rules::firstAttemptOf(*m_profile, facts, view.id);
        m_reports.add(casework::lobSheetKey(view.text("source"), view.text("sheetNumber")), casework::swedishDate(*day),
                      std::move(counted));
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

Result<void> CaseReading::read(const WholeCase &whole, CaseId caseId, CaseFigures &figures)
{
    TRY(const auto views, whole.records(caseId, "lobReport"));
    TRY(const bool isHidden, isProtected(whole, caseId));
    if (isHidden) {
        for (const RecordView &view : views)
            m_reports.hide(casework::lobSheetKey(view.text("source"), view.text("sheetNumber")));
        return {};
    }
    if (m_wanted.screenings)
        TRY_VOID(readScreenings(whole, caseId, figures.screenings));
    const bool asksFollowUps = m_wanted.followUps && m_profile;
    if (views.empty() && !asksFollowUps)
        return {};
    TRY(const rules::CaseFacts facts, rules::readCaseFacts(caseId, whole));
    TRY_VOID(addReports(whole, caseId, views, facts));
    if (asksFollowUps)
        std::ranges::move(rules::followUpsOf(*m_profile, facts), std::back_inserter(figures.followUps));
    return {};
}

} // namespace

Result<CaseFigures> readCaseFigures(StoreSnapshot &snapshot, TenantId tenant, WantedFigures wanted,
                                    const std::optional<rules::Profile> &profile)
{
    CaseFigures figures;
    if (!wanted.reports && !wanted.screenings && !wanted.followUps)
        return figures;
    CaseReading reading(wanted, profile);
    TRY(const auto files, snapshot.log().cases(tenant));
    for (const CaseFile &file : files) {
        // Of a report the state is kept, so that a file without one needs no reading for it.
        if (!wanted.screenings && !wanted.followUps) {
            TRY(const auto kept, snapshot.log().recordStates(tenant, file.id, "lobReport"));
            if (kept.empty())
                continue;
        }
        TRY(const WholeCase whole, WholeCase::read(snapshot.log(), tenant, file.id));
        TRY_VOID(reading.read(whole, file.id, figures));
    }
    TRY_VOID(readOffice(snapshot, tenant, reading.reports()));
    figures.reports = reading.reports().take();
    return figures;
}

} // namespace faltakt::server
