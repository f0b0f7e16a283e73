#include "sync/server/api/statistics_service.h"

#include "core/casework/lob_routing.h"
#include "core/casework/outreach_tally.h"
#include "core/casework/person_card.h"
#include "core/casework/swedish_time.h"
#include "sync/server/api/tally_keeper.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace faltakt::server {

namespace json = base::json;
using base::Date;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// By then what is to follow a report has followed: attempts go on for two weeks.
constexpr std::chrono::days Settling{31};
/// The first counting goes back so far for what outreach counted.
constexpr std::chrono::days OldestCounted{3 * 366};

/// What was told before, and from which day on nothing was.
struct Told {
    std::optional<StatisticsPeriod> by;
    std::vector<CountedPeriod> periods; ///< Of police reports.
    std::vector<CountedPeriod> tallies; ///< Of what outreach counted.
};

std::optional<Date> nextDay(const std::vector<CountedPeriod> &periods)
{
    if (periods.empty())
        return std::nullopt;
    return Date(std::chrono::sys_days(periods.back().to) + std::chrono::days(1));
}

std::string settingName(TenantId tenant) { return "lobStatistics " + tenant.toString(); }

std::string_view periodName(StatisticsPeriod by) { return by == StatisticsPeriod::Year ? "year" : "quarter"; }

json::Array toArray(const std::vector<CountedPeriod> &told)
{
    json::Array periods;
    for (const CountedPeriod &period : told) {
        json::Array numbers;
        for (const rules::CountedCells &number : period.numbers) {
            json::Array cells;
            for (const std::string &cell : number.cells)
                cells.emplace_back(cell);
            numbers.emplace_back(
                json::Object{{"table", number.table}, {"cells", std::move(cells)}, {"count", number.count}});
        }
        periods.emplace_back(json::Object{{"from", base::formatDate(period.from)},
                                          {"to", base::formatDate(period.to)},
                                          {"numbers", std::move(numbers)}});
    }
    return periods;
}

std::string toText(const Told &told)
{
    return json::serialise(json::Object{{"by", periodName(told.by.value_or(StatisticsPeriod::Year))},
                                        {"periods", toArray(told.periods)},
                                        {"tallies", toArray(told.tallies)}});
}

Result<CountedPeriod> periodFrom(const json::Value &value)
{
    CountedPeriod period;
    TRY(period.from, base::parseDate(value.stringAt("from")));
    TRY(period.to, base::parseDate(value.stringAt("to")));
    const json::Value *numbers = value.find("numbers");
    if (!numbers || !numbers->array())
        return fail(ErrorCode::Damaged, "figures that were told cannot be read");
    for (const json::Value &number : *numbers->array()) {
        rules::CountedCells told{number.stringAt("table"), {}, number.integerAt("count")};
        if (const json::Value *cells = number.find("cells"); cells && cells->array())
            for (const json::Value &cell : *cells->array())
                told.cells.push_back(cell.string() ? *cell.string() : std::string());
        period.numbers.push_back(std::move(told));
    }
    return period;
}

Result<std::vector<CountedPeriod>> periodsFrom(const json::Value &array)
{
    if (!array.array())
        return fail(ErrorCode::Damaged, "figures that were told cannot be read");
    std::vector<CountedPeriod> periods;
    for (const json::Value &period : *array.array()) {
        TRY(CountedPeriod read, periodFrom(period));
        periods.push_back(std::move(read));
    }
    return periods;
}

Result<Told> toldFrom(const std::string &text)
{
    Told told;
    if (text.empty())
        return told;
    TRY(const json::Value value, json::parse(text));
    told.by = value.stringAt("by") == "quarter" ? StatisticsPeriod::Quarter : StatisticsPeriod::Year;
    const json::Value *periods = value.find("periods");
    TRY(told.periods, periodsFrom(periods ? *periods : json::Value()));
    // Not there where they were told before anything was handed in.
    if (const json::Value *tallies = value.find("tallies")) {
        TRY(told.tallies, periodsFrom(*tallies));
    }
    return told;
}

/// The first day of the period that a day lies in, and the last one.
Date beginOf(Date day, StatisticsPeriod by)
{
    const unsigned month = unsigned(day.month());
    return by == StatisticsPeriod::Year
               ? Date(day.year(), std::chrono::January, std::chrono::day(1))
               : Date(day.year(), std::chrono::month((month - 1) / 3 * 3 + 1), std::chrono::day(1));
}
Date endOf(Date day, StatisticsPeriod by)
{
    const Date begin = beginOf(day, by);
    const Date next = begin + std::chrono::months(by == StatisticsPeriod::Year ? 12 : 3);
    return Date(std::chrono::sys_days(next) - std::chrono::days(1));
}

using ByDay = std::multimap<Date, rules::CountedReport>;

/// Reports while they are gathered: a sheet that was typed in and came by file too is counted once, on its first day.
class Gathering {
public:
    void add(const std::string &sheet, Date day, rules::CountedReport report)
    {
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
    [[nodiscard]] ByDay take()
    {
        for (const std::string &sheet : m_hidden)
            if (const auto seen = m_sheets.find(sheet); seen != m_sheets.end())
                m_reports.erase(seen->second);
        return std::move(m_reports);
    }

private:
    ByDay m_reports;
    std::map<std::string, ByDay::iterator> m_sheets;
    std::set<std::string> m_hidden;
};

Result<void> readCase(StoreSnapshot &snapshot, TenantId tenant, CaseId caseId, Gathering &reports)
{
    TRY(const auto kept, snapshot.log().recordStates(tenant, caseId, "lobReport"));
    if (kept.empty())
        return {};
    TRY(const WholeCase whole, WholeCase::read(snapshot.log(), tenant, caseId));
    TRY(const rules::CaseFacts facts, rules::readCaseFacts(caseId, whole));
    TRY(const auto persons, whole.records(caseId, "person"));
    TRY(const auto hidden, whole.records(caseId, "protectedPerson"));
    const bool isProtected = !hidden.empty() || std::ranges::any_of(persons, [](const store::RecordView &person) {
        return casework::protectionLevel(person) != "none";
    });
    TRY(const auto views, whole.records(caseId, "lobReport"));
    for (const store::RecordView &view : views) {
        const std::string sheet = casework::lobSheetKey(view.text("source"), view.text("sheetNumber"));
        if (isProtected) {
            reports.hide(sheet);
            continue;
        }
        const auto day = view.instant("registered") ? view.instant("registered") : view.instant("received");
        if (day)
            reports.add(
                sheet, casework::swedishDate(*day),
                rules::countedReport(view, persons.empty() ? std::string() : persons.front().text("sex"), facts));
    }
    return {};
}

Result<ByDay> readReports(StoreSnapshot &snapshot, TenantId tenant)
{
    Gathering reports;
    TRY(const auto files, snapshot.log().cases(tenant));
    for (const CaseFile &file : files)
        TRY_VOID(readCase(snapshot, tenant, file.id, reports));
    TRY(const auto atOffice, snapshot.office().officeReports(tenant));
    for (const OfficeReport &report : atOffice) {
        const std::string sheet = casework::lobSheetKey(report.source, report.sheet);
        if (report.reason == "protectedIdentity") {
            reports.hide(sheet);
            continue;
        }
        TRY(const json::Value row, json::parse(report.row));
        reports.add(sheet, casework::swedishDate(report.imported), rules::countedOfficeReport(row));
    }
    return reports.take();
}

using Count = std::function<std::vector<rules::CountedCells>(Date from, Date to)>;

/// Counts what has come due since `begin`, or since what was told last; false where that is nothing.
bool countDue(Date begin, StatisticsPeriod by, Date today, const Count &count, std::vector<CountedPeriod> &told)
{
    Date from = nextDay(told).value_or(beginOf(begin, by));
    bool hasCounted = false;
    for (Date to = endOf(from, by); std::chrono::sys_days(to) + Settling < std::chrono::sys_days(today);
         to = endOf(Date(std::chrono::sys_days(to) + std::chrono::days(1)), by)) {
        auto numbers = count(from, to);
        if (numbers.empty())
            continue;
        told.push_back({from, to, std::move(numbers)});
        from = Date(std::chrono::sys_days(to) + std::chrono::days(1));
        hasCounted = true;
    }
    return hasCounted;
}

bool countReportsDue(const ByDay &reports, Date today, Told &told)
{
    if (reports.empty())
        return false;
    const auto count = [&reports](Date from, Date to) {
        std::vector<rules::CountedReport> inside;
        for (auto report = reports.lower_bound(from); report != reports.upper_bound(to); ++report)
            inside.push_back(report->second);
        return rules::countReports(inside);
    };
    return countDue(reports.begin()->first, *told.by, today, count, told.periods);
}

bool countTalliesDue(const std::vector<rules::CountedTally> &tallies, Date today, Told &told)
{
    std::optional<Date> first;
    for (const rules::CountedTally &tally : tallies) {
        const auto monday = casework::mondayOfTallyWeek(tally.week);
        if (!monday)
            continue;
        // A week lies where its Thursday lies. One long gone by a device's wrong clock must not begin the figures.
        const Date thursday(std::chrono::sys_days(*monday) + std::chrono::days(3));
        if (std::chrono::sys_days(thursday) + OldestCounted < std::chrono::sys_days(today))
            continue;
        first = first ? std::min(*first, thursday) : thursday;
    }
    if (!first)
        return false;
    return countDue(
        *first, *told.by, today, [&](Date from, Date to) { return rules::countTallies(tallies, from, to); },
        told.tallies);
}

} // namespace

Result<std::vector<CountedPeriod>> StatisticsService::periods(TenantId tenant, std::optional<StatisticsPeriod> by)
{
    const Date today = casework::swedishDate(m_clock->now());
    TRY(const auto keys, m_keys->keysOf(tenant));
    struct Counted {
        ByDay reports;
        std::vector<rules::CountedTally> tallies;
    };
    TRY(const Counted counted, m_store->read([&](StoreSnapshot &snapshot) -> Result<Counted> {
        Counted read;
        TRY(read.reports, readReports(snapshot, tenant));
        TRY(read.tallies, readTallies(snapshot, tenant, *keys));
        return read;
    }));
    return m_store->write([&](StoreTransaction &transaction) -> Result<std::vector<CountedPeriod>> {
        TRY(const std::string text, transaction.identity().setting(settingName(tenant)));
        TRY(Told told, toldFrom(text));
        if (told.by && by && *told.by != *by)
            return fail(ErrorCode::Refused, "the figures are told by the " + std::string(periodName(*told.by))
                                                + "; by another length their difference would show single people");
        if (!told.by)
            told.by = by.value_or(StatisticsPeriod::Year);
        const bool hasReports = countReportsDue(counted.reports, today, told);
        const bool hasTallies = countTalliesDue(counted.tallies, today, told);
        if (hasReports || hasTallies)
            TRY_VOID(transaction.identity().setSetting(settingName(tenant), toText(told)));
        std::ranges::move(told.tallies, std::back_inserter(told.periods));
        return std::move(told.periods);
    });
}

} // namespace faltakt::server
