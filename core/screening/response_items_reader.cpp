#include "core/screening/response_items_reader.h"

#include "core/screening/response_answer_reader.h"

#include <algorithm>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;

namespace {

/// More elements than any response to a questionnaire of ours can have side by side.
constexpr std::size_t MaxItems = MaxQuestions * 2;

/// The id of the next row: rows stand in the order of their ids.
std::string rowId(std::size_t number)
{
    constexpr std::size_t Digits = 4;
    const std::string text = std::to_string(number);
    return std::string(Digits - std::min(Digits, text.size()), '0') + text;
}

} // namespace

ResponseItemsReader::ResponseItemsReader(const QuestionnairePointer &questionnaire)
    : m_questionnaire(questionnaire), m_read{AnswerSheet(questionnaire), SkipRule::On, {}, {}}
{
    const auto &nodes = m_questionnaire->nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i)
        m_nodes.emplace(nodes[i].linkId, i);
}

Result<ReadResponse> ResponseItemsReader::read(const FhirElement &root)
{
    TRY(const auto withoutSkipRule, root.maybeExtension(NoSkipRuleUrl));
    if (withoutSkipRule) {
        TRY(const bool isWithout, withoutSkipRule->boolean("valueBoolean"));
        m_read.skipRule = isWithout ? SkipRule::Off : SkipRule::On;
    }
    readItems(root, {});
    if (m_read.problems.empty())
        checkOpen();
    return std::move(m_read);
}

void ResponseItemsReader::addProblem(std::string words)
{
    if (m_read.problems.size() < MaxResponseProblems)
        m_read.problems.push_back(std::move(words));
    else if (m_read.problems.size() == MaxResponseProblems)
        m_read.problems.emplace_back("and more that are not listed");
}

void ResponseItemsReader::readItems(const FhirElement &element, const Parent &parent)
{
    const auto items = element.list("item", MaxItems);
    if (!items)
        return addProblem(items.error().detail());
    for (const FhirElement &item : *items)
        readItem(item, parent);
}

void ResponseItemsReader::readItem(const FhirElement &element, const Parent &parent)
{
    const auto linkId = element.code("linkId");
    if (!linkId)
        return addProblem(linkId.error().detail());
    const auto read = [&]() -> Result<void> {
        if (element.has("modifierExtension"))
            return element.refuse(ErrorCode::Unsupported, "modifierExtension",
                                  "may change the meaning and is not read");
        if (const auto node = m_nodes.find(*linkId); node != m_nodes.end())
            return readNode(element, parent, node->second);
        if (const auto calculation = m_questionnaire->findCalculation(*linkId)) {
            TRY_VOID(checkPlace(element, parent, m_questionnaire->calculations()[*calculation].node,
                                m_questionnaire->nodes().size() + *calculation));
            return readCalculation(element, *calculation);
        }
        return element.refuse(ErrorCode::InvalidInput, "the questionnaire has no such item");
    }();
    if (read)
        return;
    // The place comes first, then the number that people know the question by.
    std::string words = read.error().detail();
    if (const std::size_t colon = words.find(": "); colon != std::string::npos)
        words.insert(colon, " (" + *linkId + ")");
    addProblem(std::move(words));
}

Result<void> ResponseItemsReader::checkPlace(const FhirElement &element, const Parent &parent,
                                             std::optional<std::size_t> expected, std::size_t id)
{
    if (expected != parent.node)
        return element.refuse(ErrorCode::InvalidInput, "stands elsewhere in the questionnaire");
    if (!m_seen.emplace(id, parent.row).second)
        return element.refuse(ErrorCode::InvalidInput, "stands there twice");
    return {};
}

Result<void> ResponseItemsReader::readNode(const FhirElement &element, const Parent &parent, std::size_t index)
{
    const Node &node = m_questionnaire->nodes()[index];
    const bool isRow = node.repeat && m_questionnaire->repeats()[*node.repeat].node == index;
    if (!isRow)
        TRY_VOID(checkPlace(element, parent, node.parent, index));
    else if (node.parent != parent.node)
        return element.refuse(ErrorCode::InvalidInput, "stands elsewhere in the questionnaire");
    switch (node.kind) {
    case Node::Kind::Group: return readGroup(element, parent, index);
    case Node::Kind::Question: return readQuestion(element, {*node.question, parent.row});
    case Node::Kind::Display: break;
    }
    if (element.has("answer") || element.has("item"))
        return element.refuse(ErrorCode::InvalidInput, "a text takes no answer");
    return {};
}

Result<void> ResponseItemsReader::readGroup(const FhirElement &element, const Parent &parent, std::size_t index)
{
    if (element.has("answer"))
        return element.refuse(ErrorCode::InvalidInput, "answer", "a group takes none");
    const Node &node = m_questionnaire->nodes()[index];
    std::optional<std::size_t> row = parent.row;
    if (node.repeat && m_questionnaire->repeats()[*node.repeat].node == index) {
        if (m_read.answers.rowCount(*node.repeat) >= m_questionnaire->repeats()[*node.repeat].maxOccurs)
            return element.refuse(ErrorCode::TooLarge, "the group takes no more rows");
        TRY(row, m_read.answers.addRow(*node.repeat, rowId(++m_rowsMade)));
    }
    readItems(element, {index, row});
    return {};
}

Result<void> ResponseItemsReader::readQuestion(const FhirElement &element, const Place &place)
{
    const Question &question = m_questionnaire->questions()[place.question];
    TRY(std::optional<Answer> answer, readResponseAnswer(element, question));
    if (!answer)
        return {};
    m_given.push_back({place, element.path() + " (" + question.linkId + ")"});
    m_read.answers.set(place, std::move(answer));
    return {};
}

Result<void> ResponseItemsReader::readCalculation(const FhirElement &element, std::size_t index)
{
    TRY(base::json::Value value, readStatedValue(element, m_questionnaire->calculations()[index]));
    if (!value.isNull())
        m_read.stated.push_back({index, std::move(value)});
    return {};
}

void ResponseItemsReader::checkOpen()
{
    const auto closed = [this](SkipRule rule) {
        const OpenItems open(m_read.answers, rule);
        std::vector<std::string> paths;
        for (const Given &given : m_given)
            if (!open.isOpen(given.place))
                paths.push_back(given.path);
        return paths;
    };
    if (closed(m_read.skipRule).empty())
        return;
    m_read.skipRule = SkipRule::Off;
    for (const std::string &path : closed(SkipRule::Off))
        addProblem(path + ": answered, though the answers before it close the question");
}

} // namespace faltakt::screening
