#include "core/rules/lob_letter.h"

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
    std::vector<PlannedWrite> writes{letterContact(report, at, "asked", ids),
                                     {false, report, "lobReport", std::move(fields)}};
    for (const TaskFacts &task : facts.tasks)
        if (isLetterTask(task, report))
            writes.push_back({false, task.id, "task", {{"status", "done"}, {"doneAt", base::formatInstant(at)}}});
    return writes;
}

base::Result<std::vector<PlannedWrite>> planLetterSent(const CaseFacts &facts, base::RecordId report, base::Instant at,
                                                       base::UuidMaker &ids)
{
    const ReportFacts *found = find(facts, report);
    if (!found)
        return base::fail(ErrorCode::NotFound, "report");
    if (found->letterSent)
        return base::fail(ErrorCode::Refused, "sent");
    if (!found->letterRequested)
        return base::fail(ErrorCode::Refused, "notAsked");
    if (const std::string wait = letterWait(facts, *found); !wait.empty())
        return base::fail(ErrorCode::Refused, wait);
    return std::vector<PlannedWrite>{letterContact(report, at, "sent", ids),
                                     {false, report, "lobReport", {{"letterSentAt", base::formatInstant(at)}}}};
}

std::vector<PlannedWrite> planLetterHeld(const CaseFacts &facts, base::RecordId report, const std::string &responsible,
                                         base::UuidMaker &ids)
{
    const ReportFacts *found = find(facts, report);
    if (!found || !found->letterRequested || found->letterSent || letterWait(facts, *found).empty()
        || std::ranges::any_of(facts.tasks, [&](const TaskFacts &task) { return isLetterTask(task, report); }))
        return {};
    base::json::Object fields{
        {"what", "letterHeld"}, {"basis", "default"}, {"lobReport", report.toString()}, {"status", "open"}};
    if (!responsible.empty())
        fields.append("assignedTo", responsible);
    return {{true, ids.makeId<base::RecordId>(), "task", std::move(fields)}};
}

} // namespace faltakt::rules
