#pragma once

// A questionnaire with every type of question that an expression may meet, and responses to it, full of gaps.

#include "core/base/json.h"
#include "tests/differential/dice.h"

namespace faltakt::test {

/// Questions: choice (one option), several (repeats), count, amount, word, yes, day; group (group.choice, group.count,
/// group.inner with group.inner.yes and group.inner.count); row (repeats: row.count, row.amount, row.choice); parent
/// with parent.child below its answer; score.
[[nodiscard]] base::json::Value expressionQuestionnaire();

/// Each item may be missing, unanswered or refused.
[[nodiscard]] base::json::Value makeResponse(Dice &dice);

} // namespace faltakt::test
