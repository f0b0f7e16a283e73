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

} // namespace

bool ClosingGuard::watches(const changelog::RecordSet &set) const
{
    const std::string stage = set.kind == "case" ? textIn(set, "stage") : std::string();
    return stage == "closed" || stage == "insats";
}

Result<void> ClosingGuard::check(base::CaseId caseId, const changelog::RecordSet &set,
                                 const store::CaseReader &reader) const
{
    TRY(const auto cases, reader.records(caseId, "case"));
    const auto present = std::ranges::find(cases, set.record, &store::RecordView::id);
    // A file that comes whole, from an import or another system, says what was.
    if (present == cases.end())
        return {};
    const std::string before = present->text("stage");
    const std::string stage = textIn(set, "stage");
    const bool isClosing = stage == "closed" && before != "closed";
    const bool isDeciding = stage == "insats" && isBeforeDecision(before);
    if (!isClosing && !isDeciding)
        return {};
    TRY(const CaseFacts facts, readCaseFacts(caseId, reader));
    const auto obstacle = childrenObstacle(facts, isClosing ? textIn(set, "closedAs") : std::string());
    return obstacle ? base::fail(base::ErrorCode::Refused, *obstacle) : Result<void>();
}

} // namespace faltakt::rules
