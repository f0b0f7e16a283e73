#include "core/rules/lob_closing.h"

#include "core/base/text.h"

#include <algorithm>

namespace faltakt::rules {

using base::ErrorCode;

namespace {

void finishTasks(const CaseFacts &facts, base::RecordId report, std::initializer_list<std::string_view> kinds,
                 base::Instant at, std::vector<PlannedWrite> &writes)
{
    for (const TaskFacts &task : facts.tasks)
        if (task.isOpen() && task.report == report && std::ranges::find(kinds, task.what) != kinds.end())
            writes.push_back({false, task.id, "task", {{"status", "done"}, {"doneAt", base::formatInstant(at)}}});
}

} // namespace

std::optional<std::string> closingObstacle(const Profile &profile, const CaseFacts &facts)
{
    const LobFollowUp followUp = lobFollowUpOf(profile, facts);
    if (!followUp.report)
        return std::nullopt;
    if (needsTeamLeader(profile, facts, *followUp.report))
        return "teamLead";
    if (auto children = childrenObstacle(facts, "noContact"))
        return children;
    if (followUp.state == FollowUpState::Trying)
        return "attempts";
    const bool isLetterOpen = followUp.letter != LetterState::Handled && followUp.letter != LetterState::NotNeeded;
    return isLetterOpen ? std::optional<std::string>("letter") : std::nullopt;
}

base::Result<std::vector<PlannedWrite>> planClosing(const Profile &profile, const CaseFacts &facts, std::string reason,
                                                    base::Instant at)
{
    const LobFollowUp followUp = lobFollowUpOf(profile, facts);
    if (!followUp.report)
        return base::fail(ErrorCode::NotFound, "no report is followed up");
    if (const auto obstacle = closingObstacle(profile, facts))
        return base::fail(ErrorCode::Refused, *obstacle);
    if (base::trimmed(reason).empty())
        return base::fail(ErrorCode::InvalidInput, "closedReason: missing");
    std::vector<PlannedWrite> writes;
    writes.push_back({false,
                      followUp.report->id,
                      "lobReport",
                      {{"status", "closed"}, {"closedAs", "noContact"}, {"closedReason", std::move(reason)}}});
    finishTasks(facts, followUp.report->id, {"followUpLob"}, at, writes);
    return writes;
}

} // namespace faltakt::rules
