#include "sync/server/api/statistics_service.h"

#include "core/casework/outreach_tally.h"
#include "core/casework/swedish_time.h"
#include "sync/server/api/case_figures.h"
#include "sync/server/api/tally_keeper.h"

#include <algorithm>
#include <functional>

namespace faltakt::server {

using base::Date;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// The first counting goes back so far for what devices date.
constexpr std::chrono::days OldestCounted{3 * 366};

std::string settingName(TenantId tenant) { return "lobStatistics " + tenant.toString(); }

using Count = std::function<std::vector<rules::CountedCells>(Date from, Date to)>;

/// Counts what has come due since `begin`, or since what was told last; false where that is nothing.
bool countDue(Date begin, StatisticsPeriod by, Date today, const Count &count, ToldPeriods &told)
{
    Date from = nextDay(told).value_or(beginOf(begin, by));
    bool hasCounted = false;
    for (Date to = endOf(from, by); isDue(to, today);
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

bool countReportsDue(const ReportsByDay &reports, Date today, ToldFigures &told)
{
    if (reports.empty())
        return false;
    const auto count = [&reports](Date from, Date to) {
        std::vector<rules::CountedReport> inside;
        for (auto report = reports.lower_bound(from); report != reports.upper_bound(to); ++report)
            inside.push_back(report->second);
        return rules::countReports(inside, from, to);
    };
    return countDue(reports.begin()->first, *told.by, today, count, told.reports);
}

/// A day long gone by a device's wrong clock must not begin the figures.
bool canBegin(Date day, Date today)
{
    return std::chrono::sys_days(day) + OldestCounted >= std::chrono::sys_days(today);
}

bool countTalliesDue(const std::vector<rules::CountedTally> &tallies, Date today, ToldFigures &told)
{
    std::optional<Date> first;
    for (const rules::CountedTally &tally : tallies) {
        const auto monday = casework::mondayOfTallyWeek(tally.week);
        if (!monday)
            continue;
        // A week lies where its Thursday lies.
        const Date thursday(std::chrono::sys_days(*monday) + std::chrono::days(3));
        if (canBegin(thursday, today))
            first = first ? std::min(*first, thursday) : thursday;
    }
    if (!first)
        return false;
    return countDue(
        *first, *told.by, today, [&](Date from, Date to) { return rules::countTallies(tallies, from, to); },
        told.tallies);
}

bool countScreeningsDue(const std::vector<rules::CountedScreening> &screenings, Date today, ToldFigures &told)
{
    std::optional<Date> first;
    for (const rules::CountedScreening &screening : screenings)
        if (canBegin(screening.day, today))
            first = first ? std::min(*first, screening.day) : screening.day;
    if (!first)
        return false;
    return countDue(
        *first, *told.by, today, [&](Date from, Date to) { return rules::countScreenings(screenings, from, to); },
        told.screenings);
}

bool countFollowUpsDue(const std::vector<rules::CountedFollowUp> &followUps, Date today, ToldFigures &told)
{
    std::optional<Date> first;
    for (const rules::CountedFollowUp &followUp : followUps)
        if (canBegin(followUp.due, today))
            first = first ? std::min(*first, followUp.due) : followUp.due;
    if (!first)
        return false;
    return countDue(
        *first, *told.by, today,
        [&](Date from, Date to) { return rules::countFollowUps(followUps, from, to, settledBy(to)); }, told.followUps);
}

struct Read {
    CaseFigures cases;
    std::vector<rules::CountedTally> tallies;
};

/// What may be counted now. What was told since by somebody else is not counted twice: the telling asks again.
Result<Read> readDue(StoreSnapshot &snapshot, TenantId tenant, const TenantKeys &keys, const ProfileOfDay &profiles,
                     std::optional<StatisticsPeriod> by, Date today)
{
    std::optional<rules::Profile> profile;
    TRY(const auto of, snapshot.identity().tenant(tenant));
    if (of && profiles) {
        TRY(profile, profiles(snapshot.profiles(), *of, today));
    }
    TRY(const std::string text, snapshot.identity().setting(settingName(tenant)));
    TRY(const ToldFigures told, ToldFigures::read(text));
    const StatisticsPeriod length = told.by.value_or(by.value_or(StatisticsPeriod::Year));
    Read read;
    TRY(read.cases, readCaseFigures(snapshot, tenant,
                                    {.reports = canBeDue(told.reports, length, today),
                                     .screenings = canBeDue(told.screenings, length, today),
                                     .followUps = canBeDue(told.followUps, length, today)},
                                    profile));
    if (canBeDue(told.tallies, length, today)) {
        TRY(read.tallies, readTallies(snapshot, tenant, keys));
    }
    return read;
}

} // namespace

Result<ToldPeriods> StatisticsService::periods(TenantId tenant, std::optional<StatisticsPeriod> by)
{
    const Date today = casework::swedishDate(m_clock->now());
    TRY(const auto keys, m_keys->keysOf(tenant));
    TRY(const Read read, m_store->read([&](StoreSnapshot &snapshot) {
        return readDue(snapshot, tenant, *keys, m_profiles, by, today);
    }));
    return m_store->write([&](StoreTransaction &transaction) -> Result<ToldPeriods> {
        TRY(const std::string text, transaction.identity().setting(settingName(tenant)));
        TRY(ToldFigures told, ToldFigures::read(text));
        if (told.by && by && *told.by != *by)
            return fail(ErrorCode::Refused, "the figures are told by the " + std::string(periodName(*told.by))
                                                + "; by another length their difference would show single people");
        if (!told.by)
            told.by = by.value_or(StatisticsPeriod::Year);
        const bool hasReports = countReportsDue(read.cases.reports, today, told);
        const bool hasTallies = countTalliesDue(read.tallies, today, told);
        const bool hasScreenings = countScreeningsDue(read.cases.screenings, today, told);
        const bool hasFollowUps = countFollowUpsDue(read.cases.followUps, today, told);
        if (hasReports || hasTallies || hasScreenings || hasFollowUps)
            TRY_VOID(transaction.identity().setSetting(settingName(tenant), told.text()));
        return told.all();
    });
}

} // namespace faltakt::server
