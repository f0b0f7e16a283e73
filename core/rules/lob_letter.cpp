#include "core/rules/lob_letter.h"

#include "core/casework/swedish_time.h"
#include "core/rules/swedish_calendar.h"

#include <algorithm>
#include <sstream>

namespace faltakt::rules {

using base::ErrorCode;

namespace {

const ReportFacts *find(const CaseFacts &facts, base::RecordId report)
{
    const auto found = std::ranges::find(facts.reports, report, &ReportFacts::id);
    return found == facts.reports.end() ? nullptr : &*found;
}

bool isObstacle(const std::string &hold) { return hold == "protectedIdentity" || hold == "noAddress"; }

bool wasSeen(const ReportFacts &report, const std::string &hold)
{
    std::istringstream seen(report.letterDespite);
    for (std::string code; std::getline(seen, code, ',');)
        if (code == hold)
            return true;
    return false;
}

std::string joined(const std::vector<std::string> &codes)
{
    std::string all;
    for (const std::string &code : codes)
        all += (all.empty() ? "" : ",") + code;
    return all;
}

bool isLetterTask(const TaskFacts &task, base::RecordId report)
{
    return task.isOpen() && task.report == report && (task.what == "letter" || task.what == "letterHeld");
}

PlannedWrite letterContact(base::RecordId report, base::Instant at, std::string_view letter, base::UuidMaker &ids)
{
    return {true,
            ids.makeId<base::RecordId>(),
            "contact",
            {{"way", "letter"}, {"at", base::formatInstant(at)}, {"lobReport", report.toString()}, {"letter", letter}}};
}

/// The report, where its letter was asked for and has not gone.
base::Result<const ReportFacts *> waitingLetter(const CaseFacts &facts, base::RecordId report)
{
    const ReportFacts *found = find(facts, report);
    if (!found)
        return base::fail(ErrorCode::NotFound, "report");
    if (found->letterSent)
        return base::fail(ErrorCode::Refused, "sent");
    if (!found->letterRequested)
        return base::fail(ErrorCode::Refused, "notAsked");
    return found;
}

} // namespace

std::optional<std::string> letterObstacle(const CaseFacts &facts)
{
    if (facts.isDeceased())
        return "deceased";
    const auto found = std::ranges::find_if(facts.person.letterHolds, isObstacle);
    return found == facts.person.letterHolds.end() ? std::nullopt : std::optional(*found);
}

std::string letterWait(const CaseFacts &facts, const ReportFacts &report)
{
    if (const auto obstacle = letterObstacle(facts))
        return *obstacle;
    if (facts.person.noContactSince)
        return "noContact";
    if (!report.letterHeldFor.empty())
        return report.letterHeldFor;
    const auto unseen =
        std::ranges::find_if(facts.person.letterHolds, [&](const std::string &hold) { return !wasSeen(report, hold); });
    return unseen == facts.person.letterHolds.end() ? std::string() : *unseen;
}

base::Result<std::vector<PlannedWrite>> planLetter(const CaseFacts &facts, base::RecordId report, base::Instant at,
                                                   base::UuidMaker &ids)
{
    const ReportFacts *found = find(facts, report);
    if (!found)
        return base::fail(ErrorCode::NotFound, "report");
    if (const auto obstacle = letterObstacle(facts))
        return base::fail(ErrorCode::Refused, *obstacle);
    if (found->letterSent || (found->letterRequested && letterWait(facts, *found).empty()))
        return base::fail(ErrorCode::Refused, "asked");
    base::json::Object fields{{"letterRequestedAt", base::formatInstant(at)}};
    if (!facts.person.letterHolds.empty())
        fields.append("letterDespite", joined(facts.person.letterHolds));
    if (!found->letterHeldFor.empty()) {
        fields.append("letterHeldFor", nullptr);
        fields.append("letterHeldReason", nullptr);
    }
    std::vector<PlannedWrite> writes{letterContact(report, at, "asked", ids),
                                     {false, report, "lobReport", std::move(fields)}};
    for (const TaskFacts &task : facts.tasks)
        if (isLetterTask(task, report))
            writes.push_back({false, task.id, "task", {{"status", "done"}, {"doneAt", base::formatInstant(at)}}});
    return writes;
}

base::Result<std::vector<PlannedWrite>> planLetterSent(const CaseFacts &facts, base::RecordId report, base::Instant at,
                                                       base::UuidMaker &ids, std::string_view way)
{
    TRY(const ReportFacts *found, waitingLetter(facts, report));
    if (const std::string wait = letterWait(facts, *found); !wait.empty())
        return base::fail(ErrorCode::Refused, wait);
    if (casework::swedishDate(at) < casework::swedishDate(*found->letterRequested))
        return base::fail(ErrorCode::InvalidInput, "letter went before it was asked for");
    PlannedWrite entry = letterContact(report, at, "sent", ids);
    if (!way.empty())
        entry.fields.append("letterWay", way);
    return std::vector<PlannedWrite>{std::move(entry),
                                     {false, report, "lobReport", {{"letterSentAt", base::formatInstant(at)}}}};
}

base::Result<std::vector<PlannedWrite>> planLetterHold(const CaseFacts &facts, base::RecordId report,
                                                       const LetterHolding &holding)
{
    TRY(const ReportFacts *found, waitingLetter(facts, report));
    if (holding.why.empty())
        return base::fail(ErrorCode::InvalidInput, "a letter is kept back for something");
    base::json::Object fields{{"letterHeldFor", holding.why}};
    if (!holding.reason.empty())
        fields.append("letterHeldReason", holding.reason);
    return std::vector<PlannedWrite>{{false, found->id, "lobReport", std::move(fields)}};
}

std::vector<PlannedWrite> planLetterHeld(const CaseFacts &facts, base::RecordId report, const std::string &responsible,
                                         base::UuidMaker &ids)
{
    const ReportFacts *found = find(facts, report);
    if (!found || !found->letterRequested || found->letterSent || letterWait(facts, *found).empty()
        || std::ranges::any_of(facts.tasks, [&](const TaskFacts &task) { return isLetterTask(task, report); }))
        return {};
    const base::Date asked = casework::swedishDate(*found->letterRequested);
    base::json::Object fields{{"what", "letterHeld"},
                              {"basis", "default"},
                              {"due", base::formatInstant(endOfDay(nextWorkingDay(asked)))},
                              {"lobReport", report.toString()},
                              {"status", "open"}};
    if (!responsible.empty())
        fields.append("assignedTo", responsible);
    return {{true, ids.makeId<base::RecordId>(), "task", std::move(fields)}};
}

} // namespace faltakt::rules
