// FHIR R4 Questionnaire -> Questionnaire. Whatever would change the meaning and is not read is refused.
#include "core/screening/dependencies.h"
#include "core/screening/fhir_element.h"
#include "core/screening/interpretation_reader.h"
#include "core/screening/questionnaire.h"

#include "core/base/text.h"

#include <algorithm>
#include <set>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int MaxJsonDepth = 40;
constexpr std::size_t MaxConditions = 64;
constexpr int MaxWeight = 1000; // Keeps every sum within an int.

constexpr std::string_view InstrumentUrl = "urn:faltakt:instrument";
constexpr std::string_view InterpretationUrl = "urn:faltakt:interpretation";
constexpr std::string_view SkipRuleUrl = "urn:faltakt:skip-rule";
constexpr std::string_view CarryOverUrl = "urn:faltakt:carry-over";
constexpr std::string_view HintUrl = "urn:faltakt:hint";
constexpr std::string_view OrdinalValueUrl = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
constexpr std::string_view MinValueUrl = "http://hl7.org/fhir/StructureDefinition/minValue";
constexpr std::string_view MaxValueUrl = "http://hl7.org/fhir/StructureDefinition/maxValue";
constexpr std::string_view SdcPrefix = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";
constexpr std::string_view CalculatedExpressionUrl =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";

/// An enableWhen whose question may stand further down and is looked up when all items are known.
struct PendingCondition {
    std::size_t node;
    FhirElement element;
};

class Reader {
public:
    Result<QuestionnaireParts> read(const FhirElement &root);

private:
    Result<void> readHead(const FhirElement &root);
    Result<void> readInstrument(const FhirElement &root);
    Result<void> readItems(const FhirElement &parent, std::optional<std::size_t> parentNode, int depth);
    Result<void> readItem(const FhirElement &item, std::optional<std::size_t> parentNode, int depth);
    Result<void> refuseUnread(const FhirElement &item) const;
    Result<void> readEnableWhen(const FhirElement &item, std::size_t node);
    Result<void> readQuestion(const FhirElement &item, std::size_t node);
    Result<AnswerOption> readOption(const FhirElement &option);
    Result<void> readScoreItem(const FhirElement &item);
    Result<Condition> resolve(const PendingCondition &pending) const;
    Result<void> checkScale(const FhirElement &root) const;
    Result<void> readCarryOvers(const FhirElement &root);

    QuestionnaireParts m_parts;
    std::string m_language;
    std::set<std::string> m_linkIds;
    std::vector<PendingCondition> m_pending;
    std::string m_optionWithoutPoints; // Its path; a form without a score may have such.
};

Result<QuestionnaireParts> Reader::read(const FhirElement &root)
{
    TRY_VOID(readHead(root));
    TRY_VOID(readInstrument(root));
    if (!root.has("item"))
        return root.refuse(ErrorCode::InvalidInput, "item", "missing");
    TRY_VOID(readItems(root, std::nullopt, 0));
    if (m_parts.questions.empty())
        return root.refuse(ErrorCode::InvalidInput, "item", "no question");
    for (const PendingCondition &pending : m_pending) {
        TRY(const Condition condition, resolve(pending));
        if (condition.skipRule && m_parts.skipRuleSource.empty())
            return pending.element.refuse(ErrorCode::InvalidInput, "part of a skip rule whose source is not stated");
        m_parts.nodes[pending.node].conditions.push_back(condition);
    }
    TRY_VOID(planDependencies(m_parts));
    TRY_VOID(checkScale(root));
    TRY(const auto interpretation, root.maybeExtension(InterpretationUrl));
    if (interpretation) {
        if (!m_parts.scored)
            return interpretation->refuse(ErrorCode::InvalidInput, "zones without a score item");
        TRY(m_parts.interpretation, readInterpretation(*interpretation, m_parts, m_language));
    }
    TRY_VOID(readCarryOvers(root));
    return std::move(m_parts);
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
            const auto found = std::ranges::find(m_parts.questions, linkId, &Question::linkId);
            if (found == m_parts.questions.end())
                return question.refuse(ErrorCode::InvalidInput, "valueString", "no question with this link id");
            shared.questions.push_back(std::size_t(found - m_parts.questions.begin()));
        }
        if (shared.questions.empty())
            return extension.refuse(ErrorCode::InvalidInput, "question", "missing");
        m_parts.carryOvers.push_back(std::move(shared));
    }
    return {};
}

Result<void> Reader::readHead(const FhirElement &root)
{
    TRY(const std::string resourceType, root.string("resourceType", MaxCodeBytes));
    if (resourceType != "Questionnaire")
        return root.refuse(ErrorCode::InvalidInput, "resourceType", "not Questionnaire");
    if (root.has("modifierExtension") || root.has("implicitRules"))
        return root.refuse(ErrorCode::Unsupported, "modifierExtension or implicitRules are not read");
    if (root.has("derivedFrom"))
        return root.refuse(ErrorCode::Unsupported, "derivedFrom", "not read");
    TRY(m_parts.id, root.code("id"));
    if (!std::all_of(m_parts.id.begin(), m_parts.id.end(), [](char c) { return c < 'A' || c > 'Z'; }))
        return root.refuse(ErrorCode::InvalidInput, "id", "not lower case");
    TRY(m_parts.url, root.string("url", 512));
    TRY(m_parts.version, root.code("version"));
    TRY(const std::string status, root.code("status"));
    if (status != "active" && status != "draft" && status != "retired")
        return root.refuse(ErrorCode::InvalidInput, "status", "not active, draft or retired");
    TRY(m_language, root.code("language"));
    TRY(m_parts.title, root.localText("title", m_language));
    TRY(m_parts.licenceNote, root.localText("copyright", m_language));
    return {};
}

Result<void> Reader::readInstrument(const FhirElement &root)
{
    TRY(const FhirElement instrument, root.extension(InstrumentUrl));
    TRY(const FhirElement wording, instrument.extension("wording"));
    TRY(m_parts.wording, wording.code("valueCode"));
    if (m_parts.wording != "own" && m_parts.wording != "official")
        return wording.refuse(ErrorCode::InvalidInput, "valueCode", "not own or official");
    TRY(const FhirElement basis, instrument.extension("basis"));
    TRY(m_parts.basis, basis.string("valueString"));
    TRY(const FhirElement timeWindow, instrument.extension("timeWindow"));
    TRY(m_parts.timeWindow, timeWindow.localText("valueString", m_language));
    TRY(const auto minimumAge, instrument.maybeExtension("minimumAge"));
    if (minimumAge) {
        TRY(m_parts.minimumAge, minimumAge->integer("valueInteger"));
    }
    TRY(const auto skipRule, root.maybeExtension(SkipRuleUrl));
    if (skipRule) {
        TRY(const FhirElement source, skipRule->extension("source"));
        TRY(m_parts.skipRuleSource, source.string("valueString"));
        TRY(m_parts.skipRuleConfidence, readConfidence(*skipRule));
    }
    return {};
}

Result<void> Reader::readItems(const FhirElement &parent, std::optional<std::size_t> parentNode, int depth)
{
    TRY(const auto items, parent.list("item", MaxQuestions));
    for (const FhirElement &item : items)
        TRY_VOID(readItem(item, parentNode, depth));
    return {};
}

Result<void> Reader::readItem(const FhirElement &item, std::optional<std::size_t> parentNode, int depth)
{
    if (depth >= MaxGroupDepth)
        return item.refuse(ErrorCode::TooLarge, "groups more than " + std::to_string(MaxGroupDepth) + " deep");
    TRY(const std::string linkId, item.code("linkId"));
    if (!m_linkIds.insert(linkId).second)
        return item.refuse(ErrorCode::InvalidInput, "linkId", "a second item with the same link id");
    TRY_VOID(refuseUnread(item));
    TRY(const std::string type, item.code("type"));
    if (type == "integer" || type == "decimal")
        return readScoreItem(item);
    if (type != "choice" && type != "group")
        return item.refuse(ErrorCode::Unsupported, "type", "only choice, group and the score are read");

    const std::size_t node = m_parts.nodes.size();
    m_parts.nodes.push_back({linkId, parentNode, std::nullopt, {}, false});
    TRY_VOID(readEnableWhen(item, node));
    if (type == "choice")
        return readQuestion(item, node);
    TRY(const auto children, item.list("item", MaxQuestions));
    if (children.empty())
        return item.refuse(ErrorCode::InvalidInput, "item", "a group without items");
    return readItems(item, node, depth + 1);
}

Result<void> Reader::refuseUnread(const FhirElement &item) const
{
    for (const std::string_view member : {"modifierExtension", "answerValueSet", "initial", "definition"})
        if (item.has(member))
            return item.refuse(ErrorCode::Unsupported, member, "not read");
    if (item.has("repeats")) {
        TRY(const bool repeats, item.boolean("repeats"));
        if (repeats)
            return item.refuse(ErrorCode::Unsupported, "repeats", "not read");
    }
    // SDC extensions carry behaviour; the one that is read is looked at in the score item.
    TRY(const auto extensions, item.list("extension", MaxConditions));
    for (const FhirElement &extension : extensions) {
        TRY(const std::string url, extension.string("url", 512));
        if (url.starts_with(SdcPrefix) && url != CalculatedExpressionUrl)
            return extension.refuse(ErrorCode::Unsupported, "url", "this SDC extension is not read");
    }
    return {};
}

Result<void> Reader::readEnableWhen(const FhirElement &item, std::size_t node)
{
    TRY(const auto conditions, item.list("enableWhen", MaxConditions));
    for (const FhirElement &condition : conditions)
        m_pending.push_back({node, condition});
    if (!item.has("enableBehavior")) {
        if (conditions.size() > 1)
            return item.refuse(ErrorCode::InvalidInput, "enableBehavior", "missing beside several enableWhen");
        return {};
    }
    TRY(const std::string behavior, item.code("enableBehavior"));
    if (behavior != "all" && behavior != "any")
        return item.refuse(ErrorCode::InvalidInput, "enableBehavior", "not all or any");
    m_parts.nodes[node].anySuffices = behavior == "any";
    return {};
}

Result<void> Reader::readQuestion(const FhirElement &item, std::size_t node)
{
    if (item.has("item"))
        return item.refuse(ErrorCode::Unsupported, "item", "questions below a question are not read");
    if (m_parts.questions.size() >= MaxQuestions)
        return item.refuse(ErrorCode::TooLarge, "more than " + std::to_string(MaxQuestions) + " questions");
    TRY(const auto calculated, item.maybeExtension(CalculatedExpressionUrl));
    if (calculated)
        return item.refuse(ErrorCode::Unsupported, "a calculated choice is not read");
    Question question;
    question.linkId = m_parts.nodes[node].linkId;
    question.node = node;
    TRY(question.text, item.localText("text", m_language));
    TRY(const auto hint, item.maybeExtension(HintUrl));
    if (hint) {
        TRY(question.hint, hint->localText("valueString", m_language));
    }
    TRY(const auto options, item.list("answerOption", MaxOptions));
    if (options.size() < 2)
        return item.refuse(ErrorCode::InvalidInput, "answerOption", "fewer than two options");
    for (const FhirElement &element : options) {
        TRY(AnswerOption option, readOption(element));
        if (question.findOption(option.code))
            return element.refuse(ErrorCode::InvalidInput, "valueCoding.code", "a second option with the same code");
        question.options.push_back(std::move(option));
    }
    m_parts.nodes[node].question = m_parts.questions.size();
    m_parts.questions.push_back(std::move(question));
    return {};
}

Result<AnswerOption> Reader::readOption(const FhirElement &option)
{
    for (const std::string_view member : {"modifierExtension", "initialSelected"})
        if (option.has(member))
            return option.refuse(ErrorCode::Unsupported, member, "not read");
    AnswerOption read;
    TRY(const FhirElement coding, option.child("valueCoding"));
    TRY(read.code, coding.code("code"));
    if (read.code == "refused" || read.code == "unknown")
        return coding.refuse(ErrorCode::InvalidInput, "code", "refused and unknown are answers of their own");
    TRY(read.display, coding.localText("display", m_language));
    TRY(const auto weight, option.maybeExtension(OrdinalValueUrl));
    if (!weight) {
        if (m_optionWithoutPoints.empty())
            m_optionWithoutPoints = option.path();
        return read;
    }
    TRY(read.weight, weight->integer("valueDecimal"));
    if (std::abs(read.weight) > MaxWeight)
        return weight->refuse(ErrorCode::TooLarge, "valueDecimal", "beyond " + std::to_string(MaxWeight));
    return read;
}

/// The one expression that stands for a score: the sum of the points of all answers. It is compared as text, so that
/// a questionnaire that counts in another way is refused and never counted wrongly.
std::string sumExpression(const std::string &scoreLinkId)
{
    return "%resource.repeat(item).where(linkId != '" + scoreLinkId + "').answer.value.weight().sum()";
}

Result<void> Reader::readScoreItem(const FhirElement &item)
{
    TRY(const auto calculated, item.maybeExtension(CalculatedExpressionUrl));
    if (!calculated)
        return item.refuse(ErrorCode::Unsupported, "type", "only choice, group and the score are read");
    if (m_parts.scored)
        return item.refuse(ErrorCode::Unsupported, "a second score");
    if (item.has("enableWhen") || item.has("item"))
        return item.refuse(ErrorCode::Unsupported, "a score with conditions or items of its own");
    TRY(const FhirElement expression, calculated->child("valueExpression"));
    TRY(const std::string language, expression.string("language", MaxCodeBytes));
    TRY(const std::string text, expression.string("expression"));
    TRY(const std::string linkId, item.code("linkId"));
    if (language != "text/fhirpath" || text != sumExpression(linkId))
        return expression.refuse(ErrorCode::Unsupported, "expression", "only the sum of all points is read");
    TRY(const FhirElement minimum, item.extension(MinValueUrl));
    TRY(m_parts.minScore, minimum.integer("valueInteger"));
    TRY(const FhirElement maximum, item.extension(MaxValueUrl));
    TRY(m_parts.maxScore, maximum.integer("valueInteger"));
    m_parts.scored = true;
    return {};
}

Result<Condition> Reader::resolve(const PendingCondition &pending) const
{
    const FhirElement &element = pending.element;
    if (element.has("modifierExtension"))
        return element.refuse(ErrorCode::Unsupported, "modifierExtension", "not read");
    Condition condition;
    TRY(const std::string linkId, element.code("question"));
    const auto gate = std::ranges::find(m_parts.questions, linkId, &Question::linkId);
    if (gate == m_parts.questions.end())
        return element.refuse(ErrorCode::InvalidInput, "question", "no question with this link id");
    condition.question = std::size_t(gate - m_parts.questions.begin());
    TRY(const auto skipRule, element.maybeExtension(SkipRuleUrl));
    if (skipRule) {
        TRY(condition.skipRule, skipRule->boolean("valueBoolean"));
    }
    TRY(const std::string comparison, element.string("operator", MaxCodeBytes));
    if (comparison == "exists") {
        TRY(const bool expected, element.boolean("answerBoolean"));
        condition.comparison = expected ? Condition::Operator::Exists : Condition::Operator::Missing;
        return condition;
    }
    if (comparison == ">" || comparison == "<" || comparison == ">=" || comparison == "<=")
        return element.refuse(ErrorCode::Unsupported, "operator", "choices have no order");
    if (comparison != "=" && comparison != "!=")
        return element.refuse(ErrorCode::InvalidInput, "operator", "unknown");
    condition.comparison = comparison == "=" ? Condition::Operator::Equals : Condition::Operator::NotEquals;
    TRY(const FhirElement coding, element.child("answerCoding"));
    TRY(const std::string code, coding.code("code"));
    const auto option = gate->findOption(code);
    if (!option)
        return coding.refuse(ErrorCode::InvalidInput, "code", "the question has no such option");
    condition.option = *option;
    return condition;
}

/// The scale that the score item states must be the one that the weights give when every question is asked.
Result<void> Reader::checkScale(const FhirElement &root) const
{
    if (!m_parts.scored)
        return {};
    if (!m_optionWithoutPoints.empty())
        return base::fail(ErrorCode::InvalidInput, m_optionWithoutPoints + ": no points, though there is a score");
    int minimum = 0;
    int maximum = 0;
    for (const Question &question : m_parts.questions) {
        minimum += question.minWeight();
        maximum += question.maxWeight();
    }
    if (minimum != m_parts.minScore || maximum != m_parts.maxScore)
        return root.refuse(ErrorCode::InvalidInput, "item",
                           "the points run from " + std::to_string(minimum) + " to " + std::to_string(maximum)
                               + ", which is not the scale that the score states");
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
