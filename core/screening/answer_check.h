#pragma once

#include "core/screening/question.h"

#include <optional>
#include <string>
#include <string_view>

namespace faltakt::screening {

/// Why an answer does not fit its question. The words are the app's; the figure and the question's unit go into them.
struct AnswerProblem {
    enum class Code {
        WrongKind,    ///< Of another kind than the question takes.
        NoSuchOption, ///< A position beyond the options.
        NotRelevant,  ///< The question cannot be set aside as not relevant.
        BelowMinimum, ///< The figure is the least that is taken.
        AboveMaximum, ///< The figure is the most that is taken.
        TooLong,      ///< The figure is the number of characters that fit.
        Blank,        ///< Nothing but white space.
        BadCharacter, ///< Control characters, several lines where one is taken, or no UTF-8.
    };
    Code code = Code::WrongKind;
    std::string figure = {}; ///< "0", "1.5", "2026-11-26"; empty where there is none.
};

/// Empty where the question takes the answer. A date that may lie on either side of a limit is taken.
[[nodiscard]] std::optional<AnswerProblem> findProblem(const Question &question, const Answer &answer);

/// Short English words for logs: "below 0".
[[nodiscard]] std::string problemWords(const AnswerProblem &problem);

} // namespace faltakt::screening
