#include "core/screening/questionnaire.h"

#include <algorithm>

namespace faltakt::screening {

std::shared_ptr<const Questionnaire> Questionnaire::ofPack(std::string edition) const
{
    QuestionnaireParts parts = m_parts;
    parts.pack = std::move(edition);
    parts.head.takesSelfFill = parts.head.takesSelfFill && parts.head.saysSelfFill;
    return std::make_shared<const Questionnaire>(std::move(parts));
}

std::optional<std::size_t> Questionnaire::findQuestion(std::string_view linkId) const noexcept
{
    const auto found = m_parts.questionByLinkId.find(linkId);
    return found == m_parts.questionByLinkId.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> Questionnaire::findRepeat(std::string_view linkId) const noexcept
{
    for (std::size_t i = 0; i < m_parts.repeats.size(); ++i)
        if (m_parts.nodes[m_parts.repeats[i].node].linkId == linkId)
            return i;
    return std::nullopt;
}

std::optional<std::size_t> Questionnaire::findCalculation(std::string_view linkId) const noexcept
{
    for (std::size_t i = 0; i < m_parts.calculations.size(); ++i)
        if (m_parts.calculations[i].linkId == linkId)
            return i;
    return std::nullopt;
}

const Interpretation *Questionnaire::interpretation() const noexcept
{
    for (const Interpretation &interpretation : m_parts.interpretations)
        if (interpretation.score == m_parts.mainScore)
            return &interpretation;
    return nullptr;
}

const Interpretation *Questionnaire::interpretationOf(std::size_t calculation) const noexcept
{
    for (const Interpretation &interpretation : m_parts.interpretations)
        if (interpretation.score == calculation)
            return &interpretation;
    return nullptr;
}

} // namespace faltakt::screening
