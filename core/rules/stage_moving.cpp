#include "core/rules/stage_moving.h"

#include "core/base/text.h"
#include "core/casework/record_codes.h"

#include <algorithm>

namespace faltakt::rules {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::json::Object;
using base::json::Value;
namespace codes = casework::codes;

namespace {

std::ptrdiff_t placeOf(std::string_view stage) { return std::ranges::find(codes::Stage, stage) - codes::Stage.begin(); }

bool isOpenStage(std::string_view stage)
{
    return stage != "closed" && std::ranges::find(codes::Stage, stage) != codes::Stage.end();
}

/// Help, and what comes after it, is decided on: an open question about children comes first.
std::string obstacleTo(const CaseFacts &facts, std::string_view stage)
{
    const bool isDecided = facts.stage == "insats" || facts.stage == "followUp";
    if (isDecided || (stage != "insats" && stage != "followUp"))
        return {};
    return childrenObstacle(facts, {}).value_or(std::string());
}

Object fieldsOf(std::string_view stage, base::Instant since, const std::string &reason)
{
    Object fields{{"stage", std::string(stage)}, {"stageAt", base::formatInstant(since)}};
    fields.append("stageReason", reason.empty() ? Value(nullptr) : Value(reason));
    return fields;
}

} // namespace

std::vector<StageWay> stageWays(const CaseFacts &facts)
{
    std::vector<StageWay> ways;
    if (facts.isTeam || facts.isClosed())
        return ways;
    for (const std::string_view stage : codes::Stage)
        if (isOpenStage(stage) && stage != facts.stage)
            ways.push_back({stage, obstacleTo(facts, stage)});
    return ways;
}

bool wantsStageReason(std::string_view from, std::string_view to)
{
    return isOpenStage(from) && isOpenStage(to) && placeOf(to) < placeOf(from);
}

Result<Object> planStage(const CaseFacts &facts, std::string_view stage, base::Instant since, const std::string &reason,
                         base::Instant now)
{
    if (facts.isTeam)
        return fail(ErrorCode::Refused, "team");
    if (facts.isClosed())
        return fail(ErrorCode::Refused, "closed");
    if (!isOpenStage(stage) || stage == facts.stage)
        return fail(ErrorCode::InvalidInput, "stage");
    if (std::string obstacle = obstacleTo(facts, stage); !obstacle.empty())
        return fail(ErrorCode::Refused, std::move(obstacle));
    if (since > now)
        return fail(ErrorCode::InvalidInput, "stageAt");
    const std::string words(base::trimmed(reason));
    if (words.empty() && wantsStageReason(facts.stage, stage))
        return fail(ErrorCode::InvalidInput, "stageReason");
    return fieldsOf(stage, since, words);
}

std::optional<Object> stageAfter(const CaseFacts &facts, std::string_view stage, base::Instant at)
{
    const bool isForward = facts.stage.empty() || placeOf(facts.stage) < placeOf(stage);
    const bool mayFollow = stage == "preAssessment" || stage == "investigation";
    if (facts.isTeam || facts.isClosed() || facts.caseRecord.isNil() || !mayFollow || !isForward)
        return std::nullopt;
    return fieldsOf(stage, at, {});
}

} // namespace faltakt::rules
