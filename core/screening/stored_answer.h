#pragma once

#include "core/base/json.h"
#include "core/screening/question.h"

#include <optional>
#include <string>
#include <string_view>

namespace faltakt::screening {

/// The form in which an answer is kept in a field of an assessment: {"option":"<code>"}, {"options":["<code>",…]},
/// {"text":"…"}, {"boolean":true}, {"integer":3}, {"decimal":"1.5"}, {"date":"2026-11"}, or {"state":"refused"},
/// {"state":"unknown"}, {"state":"not-relevant"}. No answer is null (the field unset). Positions are never stored:
/// codes keep their meaning when a later version adds an option.
[[nodiscard]] base::json::Value storedAnswer(const Question &question, const Answer &answer);
/// Reads the stored form; empty for null. InvalidInput for another form, an option that the question has not, or a
/// value beyond its limits.
[[nodiscard]] base::Result<std::optional<Answer>> answerFromStored(const Question &question,
                                                                   const base::json::Value &value);

/// Reads what a script or a worker gives: an option's position from 0 or its code, an array of these, true and false,
/// a number, a date, a text; "refused", "unknown" and "not-relevant" for every kind of question; the stored form; or
/// null for no answer. InvalidInput otherwise.
[[nodiscard]] base::Result<std::optional<Answer>> answerFromInput(const Question &question,
                                                                  const base::json::Value &value);
/// The same from typed words: digits are a position or a number, "true" and "false" a boolean, codes with commas
/// between them several options ("-" for none of them).
[[nodiscard]] base::Result<Answer> answerFromText(const Question &question, std::string_view text);

/// The name of the field of an assessment that keeps the answer: "answers/<key>" (AnswerSheet::key).
[[nodiscard]] std::string answerField(std::string_view key);

} // namespace faltakt::screening
