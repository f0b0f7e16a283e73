#include "core/rules/closing_guard.h"

#include "core/rules/case_facts.h"

#include <algorithm>

namespace faltakt::rules {

using base::Result;

namespace {

std::string textIn(const changelog::RecordSet &set, std::string_view field)
{
    const auto *value = set.fields.find(field);
    return value && value->string() ? *value->string() : std::string();
}

/// Where help begins that somebody has decided on: before it stands an intake, a pre-assessment or an investigation.
bool isBeforeDecision(std::string_view stage)
{
    return stage == "intake" || stage == "preAssessment" || stage == "investigation";
}

/// Help, and what follows it.
bool isDecided(std::string_view stage) { return stage == "insats" || stage == "followUp"; }

} // namespace

bool ClosingGuard::watches(const changelog::RecordSet &set) const
{
    if (set.kind != "case")
        return false;
    const std::string stage = textIn(set, "stage");
    return stage == "closed" || isDecided(stage) || !textIn(set, "closedAs").empty();
}

Result<void> ClosingGuard::check(base::CaseId caseId, const changelog::RecordSet &set,
                                 const store::CaseReader &reader) const
{
    TRY(const auto cases, reader.records(caseId, "case"));
    const auto present = std::ranges::find(cases, set.record, &store::RecordView::id);
    const bool isThere = present != cases.end();
    // A file that comes whole, from an import or another system, says what was. What builds on something does not come whole,
    // also where that was thrown away meanwhile.
    if (!isThere && set.base.empty())
        return {};
    const std::string before = isThere ? present->text("stage") : std::string();
    const std::string stage = set.fields.contains("stage") ? textIn(set, "stage") : before;
    // A file of somebody else closes always. That it was the right person after all is said of it as a closing of its own.
    const std::string closedAs = textIn(set, "closedAs");
    const bool isRightAfterAll =
        isThere && !closedAs.empty() && closedAs != "wrongPerson" && present->text("closedAs") == "wrongPerson";
    const bool isClosing = stage == "closed" && (before != "closed" || isRightAfterAll);
    const bool isDeciding = isDecided(stage) && isBeforeDecision(before);
    if (!isClosing && !isDeciding)
        return {};
    TRY(const CaseFacts facts, readCaseFacts(caseId, reader));
    const auto obstacle = childrenObstacle(facts, isClosing ? closedAs : std::string());
    return obstacle ? base::fail(base::ErrorCode::Refused, *obstacle) : Result<void>();
}

} // namespace faltakt::rules
