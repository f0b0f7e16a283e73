#pragma once

#include "core/screening/question.h"

#include <QString>

#include <optional>

namespace faltakt::viewmodels {

// Answers that are written: what stands in the field, and what it means.

/// How a question is answered on the screen.
enum class AnswerWay {
    Options, ///< One press chooses and goes on.
    Boxes,   ///< Any of several; [Nästa] goes on.
    Number,  ///< Digits.
    Decimal,
    Date,
    Line,
    Lines,
};
[[nodiscard]] AnswerWay answerWay(screening::QuestionType type) noexcept;
/// Whether the question takes something written: all but choices and yes/no, and one's own words beside options.
[[nodiscard]] bool takesWriting(screening::QuestionType type) noexcept;

/// What was written, as an answer to this question; else what is wrong, in words for the user.
struct TypedAnswer {
    std::optional<screening::Answer> answer;
    QString problem;
};
/// `text` is not blank. Numbers take a comma or a point; dates 2026-11-26, 20261126, 2026-11 and 2026.
[[nodiscard]] TypedAnswer readTyped(const screening::Question &question, const QString &text,
                                    const std::string &language);
/// The answer as it stands in the field; empty for what is not written (an option, refused).
[[nodiscard]] QString typedText(const std::optional<screening::Answer> &answer, const std::string &language);
/// "0 till 30", "Minst 0", how a date may be written; empty where there is nothing to say.
[[nodiscard]] QString writingHelp(const screening::Question &question, const std::string &language);
/// The field's own unit.
[[nodiscard]] QString unitText(const screening::Question &question, const std::string &language);

} // namespace faltakt::viewmodels
