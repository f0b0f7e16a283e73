#include "core/screening/filled_answers.h"

#include "core/screening/score.h"

#include <algorithm>
#include <numeric>

namespace faltakt::screening {

namespace {

std::optional<Answer> endOf(const Question &question, Filling filling)
{
    const bool isHighest = filling == Filling::Highest;
    switch (question.type) {
    case QuestionType::Boolean: return Answer::boolean(isHighest);
    case QuestionType::Integer:
    case QuestionType::Decimal: return isHighest ? question.maximum : question.minimum;
    case QuestionType::Choice: {
        if (!question.hasPoints())
            return std::nullopt;
        const auto [lowest, highest] = std::ranges::minmax_element(question.options, {}, &AnswerOption::weight);
        return Answer::option(std::size_t((isHighest ? highest : lowest) - question.options.begin()));
    }
    case QuestionType::Choices: {
        std::vector<std::size_t> all(isHighest ? question.options.size() : 0);
        std::iota(all.begin(), all.end(), std::size_t(0));
        return Answer::options(std::move(all));
    }
    default: break;
    }
    return std::nullopt;
}

} // namespace

std::optional<AnswerSheet> filledAnswers(const AnswerSheet &answers, SkipRule skipRule, const Calculation &calculation,
                                         Filling filling)
{
    const Questionnaire &questionnaire = answers.questionnaire();
    AnswerSheet filled = answers;
    OpenItems open(filled, skipRule);
    for (const std::size_t node : questionnaire.order()) {
        const auto question = questionnaire.nodes()[node].question;
        if (!question
            || (questionnaire.dependentsOf(*question).empty()
                && !std::ranges::binary_search(calculation.inputs, *question)))
            continue;
        const auto repeat = questionnaire.questions()[*question].repeat;
        const std::size_t rows = repeat ? filled.rowCount(*repeat) : 1;
        for (std::size_t row = 0; row < rows; ++row) {
            const Place place{*question, repeat ? std::optional(row) : std::nullopt};
            if (!open.isOpen(place) || !isMissing(filled.at(place)))
                continue;
            auto end = endOf(questionnaire.questions()[*question], filling);
            if (!end)
                return std::nullopt;
            filled.set(place, std::move(end));
            open.update(filled, place);
        }
    }
    return filled;
}

} // namespace faltakt::screening
