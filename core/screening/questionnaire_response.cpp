#include "core/screening/questionnaire_response.h"

#include "core/screening/response_export.h"

namespace faltakt::screening {

using base::json::Array;
using base::json::Object;
using base::json::Value;

namespace {

Value absentAnswer(std::string_view reason)
{
    return Object{{"extension", Array{Object{{"url", AbsentReasonUrl}, {"valueCode", reason}}}}};
}

Value codingAnswer(const AnswerOption &option)
{
    Object coding;
    if (!option.system.empty())
        coding.append("system", option.system);
    coding.append("code", option.code);
    coding.append("display", option.display.in({}));
    return Object{{"valueCoding", std::move(coding)}};
}

Array answerElements(const Question &question, const Answer &answer)
{
    switch (answer.kind()) {
    case Answer::Kind::Option:
    case Answer::Kind::Options: {
        Array elements;
        for (const std::size_t position : answer.positions())
            elements.push_back(codingAnswer(question.options[position]));
        return elements;
    }
    case Answer::Kind::Boolean: return {Object{{"valueBoolean", *answer.boolean()}}};
    case Answer::Kind::Integer: return {Object{{"valueInteger", *answer.integer()}}};
    case Answer::Kind::Decimal: return {Object{{"valueDecimal", answer.decimal()->number()}}};
    case Answer::Kind::Date: return {Object{{"valueDate", answer.date()->text()}}};
    case Answer::Kind::Text: return {Object{{"valueString", *answer.text()}}};
    case Answer::Kind::Refused: return {absentAnswer("asked-declined")};
    case Answer::Kind::Unknown: return {absentAnswer("asked-unknown")};
    case Answer::Kind::NotRelevant: break;
    }
    return {absentAnswer("not-applicable")};
}

std::string_view valueMember(Calculation::Type type)
{
    switch (type) {
    case Calculation::Type::Boolean: return "valueBoolean";
    case Calculation::Type::Integer: return "valueInteger";
    case Calculation::Type::Decimal: break;
    }
    return "valueDecimal";
}

/// Whether a question of which none of several options was chosen is told of: no expression looks for it.
enum class NoneChosen { LeftOut, Told };

class ResponseWriter {
public:
    ResponseWriter(const AnswerSheet &answers, const OpenItems &open, const ResponseContent &content,
                   NoneChosen noneChosen)
        : m_questionnaire(&answers.questionnaire()), m_answers(&answers), m_open(&open), m_content(&content),
          m_noneChosen(noneChosen)
    {
    }

    /// What stands directly below a group, or at the top.
    Array items(std::optional<std::size_t> parent, std::optional<std::size_t> row)
    {
        std::vector<std::size_t> calculated; // Directly below, in the order of the document.
        const auto &calculations = m_questionnaire->calculations();
        for (std::size_t i = 0; i < calculations.size(); ++i)
            if (calculations[i].node == parent)
                calculated.push_back(i);
        Array items;
        const auto &nodes = m_questionnaire->nodes();
        const std::size_t end = parent ? nodes[*parent].end : nodes.size();
        auto next = calculated.begin();
        for (std::size_t node = parent ? *parent + 1 : 0; node < end; node = nodes[node].end) {
            for (; next != calculated.end() && calculations[*next].position <= node; ++next)
                addCalculated(items, *next);
            addNode(items, node, row);
        }
        for (; next != calculated.end(); ++next)
            addCalculated(items, *next);
        return items;
    }

private:
    void addNode(Array &items, std::size_t index, std::optional<std::size_t> row)
    {
        const Node &node = m_questionnaire->nodes()[index];
        if (node.question)
            return addQuestion(items, {*node.question, row});
        const bool isOpen = row ? m_open->isNodeOpen(index, *row) : m_open->isNodeOpen(index);
        if (node.kind != Node::Kind::Group || !isOpen)
            return;
        const bool isRepeating = node.repeat && m_questionnaire->repeats()[*node.repeat].node == index;
        const std::size_t times = isRepeating ? m_answers->rowCount(*node.repeat) : 1;
        for (std::size_t i = 0; i < times; ++i) {
            Array below = this->items(index, isRepeating ? std::optional(i) : row);
            if (!below.empty())
                items.push_back(Object{{"linkId", node.linkId}, {"item", std::move(below)}});
        }
    }

    void addQuestion(Array &items, const Place &place)
    {
        if (m_content->questions && !(*m_content->questions)[place.question])
            return;
        const std::optional<Answer> &answer = m_answers->at(place);
        if (!answer || !m_open->isOpen(place))
            return;
        const Question &question = m_questionnaire->questions()[place.question];
        Array elements = answerElements(question, *answer);
        if (!elements.empty())
            items.push_back(Object{{"linkId", question.linkId}, {"answer", std::move(elements)}});
        else if (m_noneChosen == NoneChosen::Told)
            items.push_back(Object{{"linkId", question.linkId},
                                   {"extension", Array{Object{{"url", NoneChosenUrl}, {"valueBoolean", true}}}}});
    }

    void addCalculated(Array &items, std::size_t index) const
    {
        const bool isWanted = !m_content->calculations || (*m_content->calculations)[index];
        if (!isWanted || !m_content->calculated || index >= m_content->calculated->size())
            return;
        const Calculation &calculation = m_questionnaire->calculations()[index];
        const Value &value = (*m_content->calculated)[index];
        if (!value.isNull())
            items.push_back(Object{{"linkId", calculation.linkId},
                                   {"answer", Array{Object{{std::string(valueMember(calculation.type)), value}}}}});
    }

    const Questionnaire *m_questionnaire;
    const AnswerSheet *m_answers;
    const OpenItems *m_open;
    const ResponseContent *m_content;
    NoneChosen m_noneChosen;
};

Object writeResponse(const AnswerSheet &answers, const OpenItems &open, std::string_view status,
                     const ResponseContent &content, NoneChosen noneChosen)
{
    const Questionnaire &questionnaire = answers.questionnaire();
    Object response{{"resourceType", "QuestionnaireResponse"},
                    {"questionnaire", questionnaire.url() + "|" + questionnaire.version()},
                    {"status", status}};
    Array items = ResponseWriter(answers, open, content, noneChosen).items(std::nullopt, std::nullopt);
    if (!items.empty())
        response.append("item", std::move(items));
    return response;
}

} // namespace

Object questionnaireResponse(const AnswerSheet &answers, const OpenItems &open, std::string_view status,
                             const ResponseContent &content)
{
    return writeResponse(answers, open, status, content, NoneChosen::LeftOut);
}

Object responseForOthers(const AnswerSheet &answers, const OpenItems &open, std::string_view status,
                         const std::vector<Value> &calculated)
{
    ResponseContent content;
    content.calculated = &calculated;
    return writeResponse(answers, open, status, content, NoneChosen::Told);
}

} // namespace faltakt::screening
