#include "core/screening/questionnaire.h"

#include <algorithm>

namespace faltakt::screening {

std::optional<std::size_t> Question::findOption(std::string_view code) const noexcept
{
    for (std::size_t i = 0; i < options.size(); ++i)
        if (options[i].code == code)
            return i;
    return std::nullopt;
}

int Question::minWeight() const noexcept
{
    return std::ranges::min_element(options, {}, &AnswerOption::weight)->weight;
}

int Question::maxWeight() const noexcept
{
    return std::ranges::max_element(options, {}, &AnswerOption::weight)->weight;
}

std::optional<std::size_t> Questionnaire::findQuestion(std::string_view linkId) const noexcept
{
    for (std::size_t i = 0; i < m_parts.questions.size(); ++i)
        if (m_parts.questions[i].linkId == linkId)
            return i;
    return std::nullopt;
}

} // namespace faltakt::screening
