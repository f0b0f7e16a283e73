#include "core/screening/item_reader.h"

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t MaxConditions = 64;
// A field's name holds both, the row's id and what stands before them, within 128 bytes.
constexpr std::size_t MaxRowKeyBytes = 90;
constexpr std::size_t DefaultOccurrences = 20;

constexpr std::string_view MaxOccursUrl = "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs";
constexpr std::string_view SdcPrefix = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";

std::optional<QuestionType> questionType(std::string_view type, bool repeats)
{
    if (type == "choice")
        return repeats ? QuestionType::Choices : QuestionType::Choice;
    if (repeats)
        return std::nullopt;
    if (type == "open-choice")
        return QuestionType::OpenChoice;
    if (type == "boolean")
        return QuestionType::Boolean;
    if (type == "integer")
        return QuestionType::Integer;
    if (type == "decimal")
        return QuestionType::Decimal;
    if (type == "date")
        return QuestionType::Date;
    if (type == "string")
        return QuestionType::String;
    return type == "text" ? std::optional(QuestionType::Text) : std::nullopt;
}

} // namespace

Result<void> ItemReader::read(const FhirElement &root)
{
    TRY_VOID(readVariables(root, {}));
    TRY_VOID(readItems(root, {}));
    if (m_parts->questions.empty())
        return root.refuse(ErrorCode::InvalidInput, "item", "no question");
    return {};
}

Result<void> ItemReader::readItems(const FhirElement &parent, const Around &around)
{
    TRY(const auto items, parent.list("item", MaxQuestions));
    for (const FhirElement &item : items)
        TRY_VOID(readItem(item, around));
    return {};
}

Result<void> ItemReader::readItem(const FhirElement &item, const Around &around)
{
    if (around.depth >= MaxGroupDepth)
        return item.refuse(ErrorCode::TooLarge, "groups more than " + std::to_string(MaxGroupDepth) + " deep");
    TRY(const std::string linkId, item.code("linkId"));
    if (!m_linkIds.insert(linkId).second)
        return item.refuse(ErrorCode::InvalidInput, "linkId", "a second item with the same link id");
    if (m_parts->nodes.size() >= MaxQuestions)
        return item.refuse(ErrorCode::TooLarge, "more than " + std::to_string(MaxQuestions) + " items");
    TRY_VOID(refuseUnread(item));
    TRY(const std::string type, item.code("type"));
    TRY(const bool repeats, item.has("repeats") ? item.boolean("repeats") : Result<bool>(false));
    TRY(const auto calculated, item.maybeExtension(CalculatedExpressionUrl));
    if (calculated)
        return readCalculated(item, type, around);
    if (item.has("readOnly")) {
        TRY(const bool isReadOnly, item.boolean("readOnly"));
        if (isReadOnly)
            return item.refuse(ErrorCode::Unsupported, "readOnly", "nothing is calculated here, so nobody can answer");
    }
    if (type == "group")
        return addGroup(item, repeats, around);
    if (type == "display" && !repeats) {
        TRY_VOID(addNode(item, Node::Kind::Display, around));
        return item.has("item") ? item.refuse(ErrorCode::InvalidInput, "item", "items below a text") : Result<void>();
    }
    const auto question = questionType(type, repeats);
    if (question)
        return addQuestion(item, *question, around);
    return questionType(type, false) ? item.refuse(ErrorCode::Unsupported, "repeats", "not read for this type")
                                     : item.refuse(ErrorCode::Unsupported, "type", "not read");
}

Result<void> ItemReader::refuseUnread(const FhirElement &item) const
{
    for (const std::string_view member : {"modifierExtension", "answerValueSet", "initial", "definition"})
        if (item.has(member))
            return item.refuse(ErrorCode::Unsupported, member, "not read");
    if (item.has("required")) {
        TRY(const bool isRequired, item.boolean("required"));
        if (isRequired)
            return item.refuse(ErrorCode::Unsupported, "required", "no answer is ever forced");
    }
    // SDC extensions carry behaviour; the one that is read is looked at in the calculated item.
    TRY(const auto extensions, item.list("extension", MaxExtensionsOfItem));
    for (const FhirElement &extension : extensions) {
        TRY(const std::string url, extension.string("url", 512));
        if (url.starts_with(SdcPrefix) && url != CalculatedExpressionUrl)
            return extension.refuse(ErrorCode::Unsupported, "url", "this SDC extension is not read");
    }
    return {};
}

Result<void> ItemReader::readCalculated(const FhirElement &item, const std::string &type, const Around &around)
{
    if (type != "integer" && type != "decimal" && type != "boolean")
        return item.refuse(ErrorCode::Unsupported, "type", "only integer, decimal and boolean are calculated");
    if (item.has("enableWhen") || item.has("item"))
        return item.refuse(ErrorCode::Unsupported, "a score with conditions or items of its own");
    if (around.repeat)
        return item.refuse(ErrorCode::Unsupported, "a calculated item in a repeating group");
    if (m_calculated.size() >= MaxCalculations)
        return item.refuse(ErrorCode::TooLarge, "more than " + std::to_string(MaxCalculations) + " calculated items");
    m_calculated.push_back({around.node, m_parts->nodes.size(), item});
    return {};
}

Result<std::size_t> ItemReader::addNode(const FhirElement &item, Node::Kind kind, const Around &around)
{
    const std::size_t index = m_parts->nodes.size();
    Node node;
    node.kind = kind;
    TRY(node.linkId, item.code("linkId"));
    if (kind != Node::Kind::Question && (kind == Node::Kind::Display || item.has("text"))) {
        TRY(node.text, item.localText("text", m_language));
        TRY(const auto hint, item.maybeExtension(HintUrl));
        if (hint) {
            TRY(node.hint, hint->localText("valueString", m_language));
        }
    }
    node.parent = around.node;
    node.repeat = around.repeat;
    node.end = index + 1;
    m_parts->nodes.push_back(std::move(node));
    TRY_VOID(readEnableWhen(item, index));
    return index;
}

Result<void> ItemReader::addQuestion(const FhirElement &item, QuestionType type, const Around &around)
{
    TRY(const Inherited inherited, readInherited(item, around.inherited));
    TRY(const std::size_t node, addNode(item, Node::Kind::Question, around));
    TRY(Question question, readQuestion(item, type, inherited, m_language, m_optionWithoutPoints));
    TRY(const auto variable, item.maybeExtension(VariableUrl));
    if (variable)
        return variable->refuse(ErrorCode::Unsupported, "a variable on a question");
    question.node = node;
    question.repeat = around.repeat;
    m_parts->nodes[node].question = m_parts->questions.size();
    m_parts->questionByLinkId.emplace(question.linkId, m_parts->questions.size());
    m_parts->questions.push_back(std::move(question));
    return {};
}

Result<void> ItemReader::addGroup(const FhirElement &item, bool repeats, const Around &around)
{
    TRY(const std::size_t node, addNode(item, Node::Kind::Group, around));
    if (!item.has("item"))
        return item.refuse(ErrorCode::InvalidInput, "item", "a group without items");
    Around inside{node, around.repeat, {}, around.depth + 1};
    TRY(inside.inherited, readInherited(item, around.inherited));
    if (item.has("extension")) {
        TRY(const auto area, item.maybeExtension(AreaUrl));
        m_parts->nodes[node].area = area ? inside.inherited.area : std::string();
    }
    TRY_VOID(readVariables(item, inside));
    if (repeats)
        TRY_VOID(beginRepeat(item, node, inside));
    TRY_VOID(readItems(item, inside));
    m_parts->nodes[node].end = m_parts->nodes.size();
    return repeats ? endRepeat(item, *inside.repeat) : Result<void>();
}

Result<void> ItemReader::beginRepeat(const FhirElement &item, std::size_t node, Around &inside)
{
    if (inside.repeat)
        return item.refuse(ErrorCode::Unsupported, "repeats", "a repeating group within another is not read");
    RepeatingGroup group{node, m_parts->questions.size(), 0, DefaultOccurrences};
    TRY(const auto maxOccurs, item.maybeExtension(MaxOccursUrl));
    if (maxOccurs) {
        TRY(const int most, maxOccurs->integer("valueInteger"));
        if (most < 1 || std::size_t(most) > MaxOccurrences)
            return maxOccurs->refuse(ErrorCode::InvalidInput, "valueInteger",
                                     "not within 1 to " + std::to_string(MaxOccurrences));
        group.maxOccurs = std::size_t(most);
    }
    inside.repeat = m_parts->repeats.size();
    m_parts->nodes[node].repeat = inside.repeat;
    m_parts->repeats.push_back(group);
    return {};
}

Result<void> ItemReader::endRepeat(const FhirElement &item, std::size_t repeat)
{
    RepeatingGroup &group = m_parts->repeats[repeat];
    group.questionCount = m_parts->questions.size() - group.firstQuestion;
    if (group.questionCount == 0)
        return item.refuse(ErrorCode::InvalidInput, "item", "a repeating group without questions");
    const std::size_t ofGroup = m_parts->nodes[group.node].linkId.size();
    for (std::size_t i = group.firstQuestion; i < m_parts->questions.size(); ++i)
        if (ofGroup + m_parts->questions[i].linkId.size() > MaxRowKeyBytes)
            return item.refuse(ErrorCode::TooLarge, "link ids too long to name an answer in a row");
    return {};
}

Result<void> ItemReader::readVariables(const FhirElement &element, const Around &around)
{
    TRY(const auto variables, element.extensions(VariableUrl));
    for (const FhirElement &variable : variables) {
        if (around.repeat)
            return variable.refuse(ErrorCode::Unsupported, "a variable in a repeating group");
        if (m_variables.size() >= MaxVariables)
            return variable.refuse(ErrorCode::TooLarge, "more than " + std::to_string(MaxVariables) + " variables");
        m_variables.push_back({around.node, m_parts->nodes.size(), variable});
    }
    return {};
}

Result<void> ItemReader::readEnableWhen(const FhirElement &item, std::size_t node)
{
    TRY(const auto conditions, item.list("enableWhen", MaxConditions));
    for (const FhirElement &condition : conditions)
        m_conditions.push_back({node, condition});
    if (!item.has("enableBehavior")) {
        if (conditions.size() > 1)
            return item.refuse(ErrorCode::InvalidInput, "enableBehavior", "missing beside several enableWhen");
        return {};
    }
    TRY(const std::string behavior, item.code("enableBehavior"));
    if (behavior != "all" && behavior != "any")
        return item.refuse(ErrorCode::InvalidInput, "enableBehavior", "not all or any");
    m_parts->nodes[node].anySuffices = behavior == "any";
    return {};
}

} // namespace faltakt::screening
