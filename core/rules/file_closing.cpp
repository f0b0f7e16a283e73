#include "core/rules/file_closing.h"

#include "core/base/text.h"
#include "core/casework/record_codes.h"
#include "core/rules/deadline.h"
#include "core/rules/lob_closing.h"

#include <algorithm>

namespace faltakt::rules {

using base::ErrorCode;
using base::Result;
namespace codes = casework::codes;
namespace json = base::json;

namespace {

/// A worry in any file of the person counts.
std::optional<std::string> childrenObstacleIn(const CaseFacts &facts, std::string_view closedAs,
                                              const std::vector<CaseFacts> &tied)
{
    const bool isWorry = std::ranges::any_of(tied, [](const CaseFacts &file) { return !openWorries(file).empty(); });
    return isWorry && closedAs != "wrongPerson" ? "childrenWorry" : childrenObstacle(facts, closedAs);
}

std::string obstacleTo(const Profile &profile, const CaseFacts &facts, std::string_view closedAs,
                       const std::vector<CaseFacts> &tied)
{
    if (closedAs == "noContact")
        if (const auto obstacle = closingObstacle(profile, facts))
            return *obstacle;
    const bool isDanger =
        std::ranges::any_of(facts.reports, [](const ReportFacts &report) { return report.open && report.dangerSign; });
    if (closedAs == "declined" && isDanger)
        return "teamLead";
    if (auto children = childrenObstacleIn(facts, closedAs, tied))
        return *children;
    const FollowUpState followUp = lobFollowUpOf(profile, facts).state;
    const bool isFollowedUp = followUp == FollowUpState::Trying || followUp == FollowUpState::Exhausted;
    return closedAs == "done" && isFollowedUp ? "reportOpen" : "";
}

/// How a report ends that ends with its matter.
std::string_view reportEnd(std::string_view closedAs, FollowUpState followUp)
{
    if (closedAs == "done")
        return followUp == FollowUpState::Concluded ? "reached"
               : followUp == FollowUpState::Stopped ? "declined"
                                                    : "office";
    if (closedAs == "moved" || closedAs == "otherMunicipality")
        return "moved";
    return closedAs == "wrongPerson" ? "office" : closedAs;
}

} // namespace

std::vector<ClosingWay> closingWays(const Profile &profile, const CaseFacts &facts, const std::vector<CaseFacts> &tied)
{
    std::vector<ClosingWay> ways;
    ways.reserve(codes::CaseClosedAs.size());
    for (const std::string_view code : codes::CaseClosedAs)
        ways.push_back({code, obstacleTo(profile, facts, code, tied)});
    return ways;
}

int openReports(const CaseFacts &facts) noexcept
{
    return int(std::ranges::count_if(facts.reports, [](const ReportFacts &report) { return report.open; }));
}

std::vector<PlannedWrite> planReportsEnd(const Profile &profile, const CaseFacts &facts, std::string_view closedAs,
                                         const std::string &reason, base::Instant at)
{
    const std::string_view end = reportEnd(closedAs, lobFollowUpOf(profile, facts).state);
    const bool goesNowhere = end == "declined" || end == "deceased" || closedAs == "wrongPerson";
    const std::string words(base::trimmed(reason));
    std::vector<PlannedWrite> writes;
    for (const ReportFacts &report : facts.reports) {
        if (!report.open)
            continue;
        json::Object fields{{"status", "closed"}, {"closedAs", std::string(end)}};
        if (!words.empty())
            fields.set("closedReason", words);
        if (goesNowhere && report.letterRequested && !report.letterSent)
            fields.set("letterRequestedAt", nullptr);
        writes.push_back({false, report.id, "lobReport", std::move(fields)});
        for (const TaskFacts &task : facts.tasks)
            if (task.isOpen() && task.report == report.id)
                writes.push_back(
                    {false, task.id, "task", {{"status", "dropped"}, {"doneAt", base::formatInstant(at)}}});
    }
    return writes;
}

bool wantsClosingReason(std::string_view closedAs) noexcept { return closedAs != "deceased"; }

Result<json::Object> planFileClosing(const Profile &profile, const CaseFacts &facts, std::string_view closedAs,
                                     const std::string &reason, base::Instant at, const std::vector<CaseFacts> &tied)
{
    if (facts.isTeam)
        return base::fail(ErrorCode::Refused, "team");
    if (facts.isClosed())
        return base::fail(ErrorCode::Refused, "closed");
    if (std::ranges::find(codes::CaseClosedAs, closedAs) == codes::CaseClosedAs.end())
        return base::fail(ErrorCode::InvalidInput, "closedAs");
    if (std::string obstacle = obstacleTo(profile, facts, closedAs, tied); !obstacle.empty())
        return base::fail(ErrorCode::Refused, std::move(obstacle));
    const std::string words(base::trimmed(reason));
    if (words.empty() && wantsClosingReason(closedAs))
        return base::fail(ErrorCode::InvalidInput, "closedReason");
    json::Object fields{
        {"stage", "closed"}, {"closedAs", std::string(closedAs)}, {"closedAt", base::formatInstant(at)}};
    fields.set("closedReason", words.empty() ? json::Value(nullptr) : json::Value(words));
    fields.set("closedFrom", facts.stage.empty() ? json::Value(nullptr) : json::Value(facts.stage));
    return fields;
}

Result<json::Object> planReopening(const CaseFacts &facts, ReopeningCause cause, const std::string &closedFrom,
                                   const std::string &reason, base::Instant at)
{
    if (facts.stage != "closed")
        return base::fail(ErrorCode::Refused, "open");
    const std::string words(base::trimmed(reason));
    if (words.empty())
        return base::fail(ErrorCode::InvalidInput, "reopenedReason");
    const bool goesOn = cause == ReopeningCause::Mistake && !closedFrom.empty() && closedFrom != "closed";
    return json::Object{{"stage", goesOn ? closedFrom : std::string("intake")},
                        {"closedAs", nullptr}, // A death that was none must not stop the work any more.
                        {"reopenedAt", base::formatInstant(at)},
                        {"reopenedReason", words}};
}

std::optional<Keeping> keepingOf(const Profile &profile, base::Date lastNote, Language language)
{
    const DeadlineRule *rule = shippedDeadlineRules().rule("purge.file");
    if (!rule)
        return std::nullopt;
    const auto deadline = countDeadline(*rule, lastNote, {}, profile, shippedLawMap());
    if (!deadline)
        return std::nullopt;
    Keeping keeping;
    keeping.sentence = language == Language::English ? deadline->explanation.en : deadline->explanation.sv;
    keeping.paragraph = deadline->paragraph;
    if (const auto days = profile.setting(&ProfileSettings::purgeKeepDays)) {
        for (const int day : days->value)
            keeping.keepDays += (keeping.keepDays.empty() ? "" : ", ") + std::to_string(day);
        keeping.source = days->source;
    }
    return keeping;
}

} // namespace faltakt::rules
