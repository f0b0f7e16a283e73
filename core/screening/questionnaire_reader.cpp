// FHIR R4 Questionnaire -> Questionnaire. Whatever would change the meaning and is not read is refused.
#include "core/screening/calculation_reader.h"
#include "core/screening/condition_reader.h"
#include "core/screening/dependencies.h"
#include "core/screening/instrument_reader.h"
#include "core/screening/interpretation_reader.h"

#include <algorithm>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int MaxJsonDepth = 40;

constexpr std::string_view InterpretationUrl = "urn:faltakt:interpretation";
constexpr std::string_view CarryOverUrl = "urn:faltakt:carry-over";

class Reader {
public:
    Result<QuestionnaireParts> read(const FhirElement &root);

private:
    Result<void> checkSums(const FhirElement &root, const std::string &optionWithoutPoints) const;
    Result<void> checkScale(const FhirElement &root, const Calculation &sum) const;
    Result<void> readInterpretations(const FhirElement &root);
    void chooseMainScore();
    Result<void> readCarryOvers(const FhirElement &root);
    Result<void> checkForm(const FhirElement &root) const;

    QuestionnaireParts m_parts;
    std::string m_language;
};

Result<QuestionnaireParts> Reader::read(const FhirElement &root)
{
    TRY(m_parts.head, readHead(root, m_language));
    if (!root.has("item"))
        return root.refuse(ErrorCode::InvalidInput, "item", "missing");
    ItemReader items(m_parts, m_language);
    TRY_VOID(items.read(root));
    // Questions about violence are never met alone, whatever the form says.
    for (const Question &question : m_parts.questions)
        m_parts.head.takesSelfFill = m_parts.head.takesSelfFill && !question.isSafe;
    TRY_VOID(readConditions(items.conditions(), m_parts));
    TRY_VOID(readCalculations(items, m_language, m_parts));
    TRY_VOID(checkSums(root, items.optionWithoutPoints()));
    TRY_VOID(planDependencies(m_parts));
    TRY_VOID(readInterpretations(root));
    TRY_VOID(readCarryOvers(root));
    TRY_VOID(checkForm(root));
    return std::move(m_parts);
}

/// A form counts nothing, is no talk and never handed over; what its days do is said of no instrument, whose answers nobody
/// looks at for that.
Result<void> Reader::checkForm(const FhirElement &root) const
{
    if (m_parts.head.kind == InstrumentKind::Form) {
        if (!m_parts.calculations.empty() || m_parts.head.mode == InstrumentMode::Safe || m_parts.head.takesSelfFill)
            return root.refuse(ErrorCode::InvalidInput,
                               "a form with a score, in safe mode or for the person to fill in");
        for (const Question &question : m_parts.questions)
            if (question.isInterviewers || (question.repeat && !question.date.isEmpty()))
                return root.refuse(ErrorCode::InvalidInput, "item",
                                   "an interviewer's own question, or a day with a use in a row, at "
                                       + question.linkId);
        return {};
    }
    for (const Question &question : m_parts.questions)
        if (question.isNeeded || !question.date.isEmpty())
            return root.refuse(ErrorCode::InvalidInput, "item",
                               "what only a form says of its questions, at " + question.linkId);
    return {};
}

/// A sum over all points is told with its exact range: every answer must have its points, and stand where it counts once.
Result<void> Reader::checkSums(const FhirElement &root, const std::string &optionWithoutPoints) const
{
    for (const Calculation &calculation : m_parts.calculations) {
        if (!calculation.isSum())
            continue;
        if (!optionWithoutPoints.empty())
            return base::fail(ErrorCode::InvalidInput, optionWithoutPoints + ": no points, though there is a score");
        for (const std::size_t index : calculation.questions) {
            const Question &question = m_parts.questions[index];
            if (question.type == QuestionType::Choices || question.repeat)
                return root.refuse(ErrorCode::Unsupported, "item",
                                   "points of several answers in a sum, at item " + question.linkId);
        }
        TRY_VOID(checkScale(root, calculation));
    }
    return {};
}

/// The scale that the score item states must be the one that the weights give when every question is asked.
Result<void> Reader::checkScale(const FhirElement &root, const Calculation &sum) const
{
    int minimum = 0;
    int maximum = 0;
    for (const std::size_t question : sum.questions) {
        minimum += m_parts.questions[question].minWeight();
        maximum += m_parts.questions[question].maxWeight();
    }
    if (minimum != sum.minimum || maximum != sum.maximum)
        return root.refuse(ErrorCode::InvalidInput, "item",
                           "the points run from " + std::to_string(minimum) + " to " + std::to_string(maximum)
                               + ", which is not the scale that the score states");
    return {};
}

Result<void> Reader::readInterpretations(const FhirElement &root)
{
    TRY(const auto extensions, root.extensions(InterpretationUrl));
    for (const FhirElement &extension : extensions) {
        TRY(Interpretation read, readInterpretation(extension, m_parts, m_language));
        const auto same = [&](const Interpretation &other) { return other.score == read.score; };
        if (std::ranges::any_of(m_parts.interpretations, same))
            return extension.refuse(ErrorCode::InvalidInput, "a second interpretation of the same score");
        m_parts.interpretations.push_back(std::move(read));
    }
    chooseMainScore();
    return {};
}

/// The first score that is interpreted; else the first that is counted in whole points between two ends.
void Reader::chooseMainScore()
{
    for (const Interpretation &interpretation : m_parts.interpretations)
        if (interpretation.score && !m_parts.mainScore)
            m_parts.mainScore = interpretation.score;
    for (std::size_t i = 0; i < m_parts.calculations.size() && !m_parts.mainScore; ++i) {
        const Calculation &calculation = m_parts.calculations[i];
        if (calculation.kind == ResultKind::Score && calculation.type == Calculation::Type::Integer
            && calculation.minimum)
            m_parts.mainScore = i;
    }
}

Result<void> Reader::readCarryOvers(const FhirElement &root)
{
    TRY(const auto extensions, root.extensions(CarryOverUrl));
    for (const FhirElement &extension : extensions) {
        CarryOver shared;
        TRY(const FhirElement instrument, extension.extension("instrument"));
        TRY(shared.instrument, instrument.code("valueCode"));
        TRY(const auto questions, extension.extensions("question"));
        for (const FhirElement &question : questions) {
            TRY(const std::string linkId, question.string("valueString", MaxCodeBytes));
            const auto found = m_parts.questionByLinkId.find(linkId);
            if (found == m_parts.questionByLinkId.end())
                return question.refuse(ErrorCode::InvalidInput, "valueString", "no question with this link id");
            if (m_parts.questions[found->second].repeat)
                return question.refuse(ErrorCode::Unsupported, "valueString", "asked in each row of a repeating group");
            shared.questions.push_back(found->second);
        }
        if (shared.questions.empty())
            return extension.refuse(ErrorCode::InvalidInput, "question", "missing");
        m_parts.carryOvers.push_back(std::move(shared));
    }
    return {};
}

} // namespace

Result<QuestionnairePointer> Questionnaire::parse(std::string_view json)
{
    TRY(const auto value, base::json::parse(json, {.maxBytes = MaxQuestionnaireBytes, .maxDepth = MaxJsonDepth}));
    TRY(const FhirElement root, FhirElement::root(value));
    TRY(QuestionnaireParts parts, Reader().read(root));
    return std::make_shared<const Questionnaire>(std::move(parts));
}

} // namespace faltakt::screening
