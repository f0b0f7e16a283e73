#include "core/screening/calculations.h"

#include <algorithm>

namespace faltakt::screening {

using base::Result;
using base::json::Array;
using base::json::Object;
using base::json::Value;

namespace {

Value sumOf(const AnswerSheet &answers, const OpenItems &open, const Calculation &sum)
{
    int points = 0;
    for (const std::size_t index : sum.questions) {
        const auto position = answers.positionAt(index);
        if (position && open.isOpen({index, std::nullopt}))
            points += answers.questionnaire().questions()[index].options[*position].weight();
    }
    return points;
}

/// The item with that link id, wherever it stands; nullptr where the response does not hold it.
const Value *findItem(const Value &parent, std::string_view linkId)
{
    const Value *items = parent.find("item");
    if (!items)
        return nullptr;
    for (const Value &item : *items->array()) {
        if (item.stringAt("linkId") == linkId)
            return &item;
        if (const Value *below = findItem(item, linkId))
            return below;
    }
    return nullptr;
}

OptionWeight weightsOf(const Questionnaire &questionnaire)
{
    return [&questionnaire](std::string_view linkId, std::string_view system,
                            std::string_view code) -> std::optional<double> {
        const auto question = questionnaire.findQuestion(linkId);
        if (!question)
            return std::nullopt;
        for (const AnswerOption &option : questionnaire.questions()[*question].options)
            if (option.code == code && option.system == system && option.points)
                return double(*option.points);
        return std::nullopt;
    };
}

Result<Value> valueOf(Calculation::Type type, const ExpressionValues &values)
{
    const auto orNull = [](const auto &value) { return value ? Value(*value) : Value(); };
    switch (type) {
    case Calculation::Type::Boolean: {
        TRY(const auto value, toBoolean(values));
        return orNull(value);
    }
    case Calculation::Type::Integer: {
        TRY(const auto value, toInteger(values));
        return orNull(value);
    }
    case Calculation::Type::Decimal: break;
    }
    TRY(const auto value, toDecimal(values));
    return orNull(value);
}

/// One evaluation: the response, and the variables that point into it.
class Evaluation {
public:
    Evaluation(const Questionnaire &questionnaire, Object response)
        : m_questionnaire(&questionnaire), m_response(std::move(response))
    {
        m_environment.resource = &m_response;
        m_environment.weight = weightsOf(questionnaire);
        // An item that nobody answered stands in no response, and is yet the context of what stands on it.
        m_emptyItems.reserve(questionnaire.variables().size() + 1);
    }

    Result<void> addVariables(const Calculation &calculation)
    {
        for (const std::size_t index : calculation.variables) {
            const Variable &variable = m_questionnaire->variables()[index];
            m_environment.context =
                variable.node ? contextOf(m_questionnaire->nodes()[*variable.node].linkId) : nullptr;
            auto values = variable.expression.evaluate(m_environment);
            if (!values)
                return base::fail(values.error().withContext("variable " + variable.name));
            m_environment.variables.emplace(variable.name, std::move(*values));
        }
        return {};
    }

    Result<Value> result(const Calculation &calculation)
    {
        m_environment.context = contextOf(calculation.linkId);
        TRY(const ExpressionValues values, calculation.expression->evaluate(m_environment));
        return valueOf(calculation.type, values);
    }

private:
    const Value *contextOf(const std::string &linkId)
    {
        if (const Value *item = findItem(m_response, linkId))
            return item;
        m_emptyItems.emplace_back(Object{{"linkId", linkId}});
        return &m_emptyItems.back();
    }

    const Questionnaire *m_questionnaire;
    Value m_response;
    std::vector<Value> m_emptyItems;
    ExpressionEnvironment m_environment;
};

std::vector<bool> marks(std::size_t size, const std::vector<std::size_t> &indexes)
{
    std::vector<bool> marked(size, false);
    for (const std::size_t index : indexes)
        marked[index] = true;
    return marked;
}

} // namespace

Calculations::Calculations(const Questionnaire &questionnaire)
    : m_questionnaire(&questionnaire), m_values(questionnaire.calculations().size()),
      m_isKnown(questionnaire.calculations().size(), false)
{
}

void Calculations::touch(std::size_t question, std::span<const std::size_t> turnedNodes)
{
    const auto forget = [this](std::size_t each) {
        for (const std::size_t calculation : m_questionnaire->calculationsOn(each))
            m_isKnown[calculation] = false;
    };
    forget(question);
    for (const std::size_t node : turnedNodes)
        if (const auto turned = m_questionnaire->nodes()[node].question)
            forget(*turned);
    for (std::size_t i = 0; i < m_isKnown.size(); ++i)
        if (const auto node = m_questionnaire->calculations()[i].node;
            node && std::ranges::find(turnedNodes, *node) != turnedNodes.end())
            m_isKnown[i] = false;
    spread();
}

void Calculations::touchAll() { m_isKnown.assign(m_isKnown.size(), false); }

/// What rests on a value that is not known any more is not known either.
void Calculations::spread()
{
    for (const std::size_t index : m_questionnaire->calculationOrder())
        for (const std::size_t need : m_questionnaire->calculations()[index].calculations)
            if (!m_isKnown[need])
                m_isKnown[index] = false;
}

Result<Value> Calculations::value(std::size_t calculation, const AnswerSheet &answers, const OpenItems &open)
{
    if (m_isKnown[calculation])
        return m_values[calculation];
    std::vector<bool> isNeeded(m_values.size(), false);
    isNeeded[calculation] = true;
    const auto &order = m_questionnaire->calculationOrder();
    for (auto index = order.rbegin(); index != order.rend(); ++index)
        if (isNeeded[*index] && !m_isKnown[*index])
            for (const std::size_t need : m_questionnaire->calculations()[*index].calculations)
                isNeeded[need] = true;
    for (const std::size_t index : order) {
        if (!isNeeded[index] || m_isKnown[index])
            continue;
        auto value = evaluate(index, answers, open);
        if (!value)
            return base::fail(value.error().withContext("item " + m_questionnaire->calculations()[index].linkId));
        m_values[index] = std::move(*value);
        m_isKnown[index] = true;
    }
    return m_values[calculation];
}

Result<Value> Calculations::evaluate(std::size_t index, const AnswerSheet &answers, const OpenItems &open)
{
    const Calculation &calculation = m_questionnaire->calculations()[index];
    if (calculation.node && !open.isNodeOpen(*calculation.node))
        return Value();
    ++m_evaluations;
    if (calculation.isSum())
        return sumOf(answers, open, calculation);
    // Only what it rests on goes into the response: the rest could not change anything.
    const std::vector<bool> questions = marks(m_questionnaire->questions().size(), calculation.questions);
    const std::vector<bool> calculations = marks(m_values.size(), calculation.calculations);
    Evaluation evaluation(*m_questionnaire,
                          questionnaireResponse(answers, open, "in-progress", {&m_values, &questions, &calculations}));
    TRY_VOID(evaluation.addVariables(calculation));
    return evaluation.result(calculation);
}

} // namespace faltakt::screening
