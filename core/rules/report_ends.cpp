#include "core/rules/report_ends.h"

#include "core/rules/agenda.h"
#include "core/rules/agenda_rows.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

using base::Instant;

namespace {

/// A rule whose row ends with a task that is done, and what that task is.
struct Saying {
    std::string_view rule;
    std::string_view task;
};
constexpr std::string_view RegisterRule = "lob.register";
constexpr std::array Sayings{Saying{"lob.reviewSupport", "reviewSupport"}, Saying{"lob.newReport", "newReport"},
                             Saying{"lob.teamLeader", "followUpLob"}};

PlannedWrite doneTask(std::string_view what, std::string_view about, base::RecordId record, const std::string &now,
                      base::WorkerId worker, base::UuidMaker &ids)
{
    return {true,
            ids.makeId<base::RecordId>(),
            "task",
            {{"what", what},
             {"basis", "own"},
             {"assignedTo", worker.toString()},
             {std::string(about), record.toString()},
             {"status", "done"},
             {"doneAt", now}}};
}

const ReportFacts *reportOf(const CaseFacts &facts, base::RecordId report)
{
    const auto found = std::ranges::find(facts.reports, report, &ReportFacts::id);
    return found == facts.reports.end() ? nullptr : &*found;
}

const ContactFacts *lastConcluded(const CaseFacts &facts, const ReportFacts &report)
{
    const auto found = std::find_if(facts.contacts.rbegin(), facts.contacts.rend(), [&](const ContactFacts &contact) {
        return contact.at >= report.received && contact.isConcluded();
    });
    return found == facts.contacts.rend() ? nullptr : &*found;
}

/// What the talk came to; without one it went on at the office.
std::string_view reachedOrOffice(const CaseFacts &facts, const ReportFacts &report)
{
    const ContactFacts *contact = lastConcluded(facts, report);
    if (!contact)
        return "office";
    return contact->result == "otherMunicipality" ? "moved" : "reached";
}

bool isTooYoung(const Profile &profile, const ReportFacts &report)
{
    const auto minAge = profile.setting(&ProfileSettings::minAge);
    return minAge && report.age && *report.age < minAge->value;
}

/// How a report that nobody follows up by calls is over; empty while it is not.
std::string_view endWithoutCalls(const Profile &profile, const CaseFacts &facts, const ReportFacts &report)
{
    if (isTooYoung(profile, report))
        return isPassedToChildUnit(facts, report) ? "office" : "";
    // In a matter that somebody works with the rows alone said what was to be done.
    return facts.hasPerson && facts.isKnownMatter() ? reachedOrOffice(facts, report) : std::string_view();
}

std::string_view endOf(const Profile &profile, const CaseFacts &facts, const LobFollowUp &followUp,
                       const ReportFacts &report)
{
    if (!followUp.report || isTooYoung(profile, report))
        return endWithoutCalls(profile, facts, report);
    if (report.received > followUp.report->received)
        return {};
    if (followUp.state == FollowUpState::Concluded)
        return reachedOrOffice(facts, *followUp.report);
    if (followUp.state != FollowUpState::Stopped)
        return {};
    return followUp.report->dangerSign ? "office" : "declined";
}

Rows rowsOfReports(const Profile &profile, const CaseFacts &facts, const LobFollowUp &followUp)
{
    const RowContext context{profile, facts, followUp};
    Rows rows;
    addTaskRows(context, rows);
    addFollowUpRows(context, rows);
    addReportRows(context, rows);
    addChildrenRows(context, rows);
    return rows;
}

/// A row about the report, or a task that somebody has set about it.
bool isWanted(const CaseFacts &facts, const Rows &rows, const ReportFacts &report)
{
    return std::ranges::any_of(rows, [&](const store::AgendaEntry &row) {
        const auto task = std::ranges::find(facts.tasks, row.record, &TaskFacts::id);
        return row.record == report.id || (task != facts.tasks.end() && task->report == report.id);
    });
}

} // namespace

bool isFormWritten(const CaseFacts &facts, std::string_view form, const ReportFacts &report)
{
    return std::ranges::any_of(facts.acts, [&](const store::RecordView &act) {
        return act.text("form") == form && act.instant("at").value_or(recordMadeAt(act.id)) >= report.received;
    });
}

bool isPassedToChildUnit(const CaseFacts &facts, const ReportFacts &report)
{
    return std::ranges::any_of(facts.children.concerns, [&](const ConcernFacts &concern) {
        return !concern.child && concern.at >= report.received;
    });
}

bool isDoneBySaying(std::string_view rule) noexcept
{
    return rule == RegisterRule || rule == DangerRule
           || std::ranges::find(Sayings, rule, &Saying::rule) != Sayings.end();
}

base::Result<std::vector<PlannedWrite>> planSaying(const CaseFacts &facts, const store::AgendaEntry &row, Instant at,
                                                   base::WorkerId worker, base::UuidMaker &ids)
{
    const std::string now = base::formatInstant(at);
    if (row.rule == DangerRule)
        return std::vector<PlannedWrite>{doneTask(DangerTask, "record", row.record, now, worker, ids)};
    const ReportFacts *report = reportOf(facts, row.record);
    if (!report || !isDoneBySaying(row.rule))
        return base::fail(base::ErrorCode::NotFound, "report");
    if (row.rule == RegisterRule)
        return std::vector<PlannedWrite>{{false, report->id, "lobReport", {{"registered", now}}}};
    const std::string_view what = std::ranges::find(Sayings, row.rule, &Saying::rule)->task;
    std::vector<PlannedWrite> writes;
    for (const TaskFacts &task : facts.tasks)
        if (task.isOpen() && task.what == what && task.report == report->id)
            writes.push_back({false, task.id, "task", {{"status", "done"}, {"doneAt", now}}});
    if (writes.empty())
        writes.push_back(doneTask(what, "lobReport", report->id, now, worker, ids));
    return writes;
}

std::vector<PlannedWrite> planReportEnds(const Profile &profile, const CaseFacts &facts)
{
    std::vector<PlannedWrite> writes;
    if (facts.isClosed() || facts.isDeceased())
        return writes;
    const LobFollowUp followUp = lobFollowUpOf(profile, facts);
    const Rows rows = rowsOfReports(profile, facts, followUp);
    for (const ReportFacts &report : facts.reports) {
        const std::string_view end = report.open ? endOf(profile, facts, followUp, report) : std::string_view();
        if (!end.empty() && !isWanted(facts, rows, report))
            writes.push_back({false, report.id, "lobReport", {{"status", "closed"}, {"closedAs", end}}});
    }
    return writes;
}

} // namespace faltakt::rules
