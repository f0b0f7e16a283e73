#include "core/screening/calculation_reader.h"

#include <algorithm>
#include <set>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::string_view ResultUrl = "urn:faltakt:result";
constexpr std::string_view MonotoneUrl = "urn:faltakt:monotone";

/// The one expression that stands for the sum of the points of all answers. It is compared as text: its range is told
/// exactly, question by question, where other expressions can only be tried.
std::string sumExpression(const std::string &linkId)
{
    return "%resource.repeat(item).where(linkId != '" + linkId + "').answer.value.weight().sum()";
}

Result<std::string> expressionText(const FhirElement &expression)
{
    TRY(const std::string language, expression.string("language", MaxCodeBytes));
    if (language != "text/fhirpath")
        return expression.refuse(ErrorCode::Unsupported, "language", "only text/fhirpath is read");
    return expression.string("expression", MaxExpressionBytes);
}

Result<Expression> parseExpression(const FhirElement &element, const std::string &text)
{
    auto parsed = Expression::parse(text);
    if (!parsed)
        return element.refuse(parsed.error().code(), "expression", parsed.error().detail());
    return std::move(*parsed);
}

Result<ResultKind> readKind(const FhirElement &item, Calculation::Type type)
{
    TRY(const auto extension, item.maybeExtension(ResultUrl));
    if (!extension)
        return type == Calculation::Type::Boolean ? ResultKind::Criterion : ResultKind::Score;
    TRY(const std::string code, extension->code("valueCode"));
    for (const ResultKind kind : {ResultKind::Score, ResultKind::Criterion, ResultKind::Composite, ResultKind::Count})
        if (resultKindCode(kind) == code)
            return kind;
    return extension->refuse(ErrorCode::InvalidInput, "valueCode", "not score, criterion, composite or count");
}

Result<std::optional<int>> readEnd(const FhirElement &item, std::string_view url)
{
    TRY(const auto extension, item.maybeExtension(url));
    if (!extension)
        return std::optional<int>();
    TRY(const int end, extension->integer(extension->has("valueDecimal") ? "valueDecimal" : "valueInteger"));
    return std::optional(end);
}

/// What expressions rest on: gathered over an expression and the variables that it uses.
struct Rest {
    std::set<std::size_t> questions;
    std::set<std::size_t> calculations;
    std::set<std::size_t> variables;
};

class CalculationReader {
public:
    CalculationReader(const std::string &language, QuestionnaireParts &parts) : m_language(&language), m_parts(&parts)
    {
    }

    Result<void> readVariable(const PendingExpression &pending);
    Result<void> readItem(const PendingExpression &pending);
    /// Looks up what each expression rests on, when all are known.
    Result<void> connect(const std::vector<PendingExpression> &pending);
    Result<void> order();
    /// Needs the order.
    void addUses();

private:
    Result<void> gather(const ExpressionReach &reach, std::size_t self, std::optional<std::size_t> context,
                        const FhirElement &element, Rest &rest) const;
    Result<void> gatherVariables(const ExpressionReach &reach, std::size_t self, const FhirElement &element,
                                 Rest &rest) const;
    Result<void> addItem(const std::string &linkId, std::size_t self, const FhirElement &element, Rest &rest) const;
    void addNode(std::size_t node, std::size_t self, Rest &rest) const;
    void addGates(std::size_t node, std::set<std::size_t> &questions) const;
    [[nodiscard]] std::optional<std::size_t> findCalculation(std::string_view linkId) const;
    [[nodiscard]] bool isBelow(std::optional<std::size_t> node, std::size_t group) const;
    [[nodiscard]] bool isVisible(const Variable &variable, std::optional<std::size_t> from) const;

    const std::string *m_language;
    QuestionnaireParts *m_parts;
};

Result<void> CalculationReader::readVariable(const PendingExpression &pending)
{
    TRY(const FhirElement element, pending.element.child("valueExpression"));
    TRY(std::string name, element.code("name"));
    for (const std::string_view taken : {"resource", "context", "questionnaire"})
        if (name == taken)
            return element.refuse(ErrorCode::InvalidInput, "name", "stands for something else");
    if (std::ranges::find(m_parts->variables, name, &Variable::name) != m_parts->variables.end())
        return element.refuse(ErrorCode::InvalidInput, "name", "a second variable of this name");
    TRY(const std::string text, expressionText(element));
    TRY(Expression expression, parseExpression(element, text));
    // A variable sees those before it alone, so that none can rest on itself.
    for (const std::string &used : expression.reach().variables) {
        const auto found = std::ranges::find(m_parts->variables, used, &Variable::name);
        if (found == m_parts->variables.end() || !isVisible(*found, pending.node))
            return element.refuse(ErrorCode::InvalidInput, "expression", "no variable %" + used + " before it");
    }
    m_parts->variables.push_back({std::move(name), std::move(expression), pending.node});
    return {};
}

Result<void> CalculationReader::readItem(const PendingExpression &pending)
{
    const FhirElement &item = pending.element;
    Calculation calculation;
    TRY(calculation.linkId, item.code("linkId"));
    TRY(calculation.text, item.localText("text", *m_language));
    TRY(const std::string type, item.code("type"));
    calculation.type = type == "boolean"   ? Calculation::Type::Boolean
                       : type == "integer" ? Calculation::Type::Integer
                                           : Calculation::Type::Decimal;
    calculation.node = pending.node;
    calculation.position = pending.position;
    TRY(calculation.kind, readKind(item, calculation.type));
    TRY(calculation.isMonotone, readMark(item, MonotoneUrl));
    TRY(calculation.unit, readUnit(item, *m_language));
    TRY(calculation.minimum, readEnd(item, MinValueUrl));
    TRY(calculation.maximum, readEnd(item, MaxValueUrl));
    if (calculation.minimum.has_value() != calculation.maximum.has_value())
        return item.refuse(ErrorCode::InvalidInput, "one end of the scale without the other");
    if (calculation.minimum > calculation.maximum)
        return item.refuse(ErrorCode::InvalidInput, "the scale runs backwards");
    TRY(const FhirElement calculated, item.extension(CalculatedExpressionUrl));
    TRY(const FhirElement expression, calculated.child("valueExpression"));
    TRY(const std::string text, expressionText(expression));
    if (calculation.type != Calculation::Type::Integer || text != sumExpression(calculation.linkId)) {
        TRY(calculation.expression, parseExpression(expression, text));
    } else if (!calculation.minimum) {
        return item.refuse(ErrorCode::InvalidInput, "a sum of points without the ends of its scale");
    }
    m_parts->calculations.push_back(std::move(calculation));
    return {};
}

std::optional<std::size_t> CalculationReader::findCalculation(std::string_view linkId) const
{
    const auto found = std::ranges::find(m_parts->calculations, linkId, &Calculation::linkId);
    return found == m_parts->calculations.end() ? std::nullopt
                                                : std::optional(std::size_t(found - m_parts->calculations.begin()));
}

bool CalculationReader::isBelow(std::optional<std::size_t> node, std::size_t group) const
{
    return node && *node >= group && *node < m_parts->nodes[group].end;
}

bool CalculationReader::isVisible(const Variable &variable, std::optional<std::size_t> from) const
{
    return !variable.node || isBelow(from, *variable.node);
}

/// A group with all that stands in it, and of calculations those before this one: two that read their whole group would
/// else wait for one another.
void CalculationReader::addNode(std::size_t node, std::size_t self, Rest &rest) const
{
    for (std::size_t i = node; i < m_parts->nodes[node].end; ++i)
        if (m_parts->nodes[i].question)
            rest.questions.insert(*m_parts->nodes[i].question);
    for (std::size_t i = 0; i < self; ++i)
        if (isBelow(m_parts->calculations[i].node, node))
            rest.calculations.insert(i);
}

Result<void> CalculationReader::addItem(const std::string &linkId, std::size_t self, const FhirElement &element,
                                        Rest &rest) const
{
    if (const auto calculation = findCalculation(linkId)) {
        rest.calculations.insert(*calculation);
        return {};
    }
    const auto question = m_parts->questionByLinkId.find(linkId);
    if (question != m_parts->questionByLinkId.end()) {
        rest.questions.insert(question->second);
        return {};
    }
    const auto node = std::ranges::find(m_parts->nodes, linkId, &Node::linkId);
    if (node == m_parts->nodes.end())
        return element.refuse(ErrorCode::InvalidInput, "expression", "names an item that there is not: " + linkId);
    addNode(std::size_t(node - m_parts->nodes.begin()), self, rest);
    return {};
}

Result<void> CalculationReader::gatherVariables(const ExpressionReach &reach, std::size_t self,
                                                const FhirElement &element, Rest &rest) const
{
    for (const std::string &name : reach.variables) {
        const auto found = std::ranges::find(m_parts->variables, name, &Variable::name);
        if (found == m_parts->variables.end() || !isVisible(*found, m_parts->calculations[self].node))
            return element.refuse(ErrorCode::InvalidInput, "expression", "no variable %" + name);
        const auto index = std::size_t(found - m_parts->variables.begin());
        if (rest.variables.insert(index).second)
            TRY_VOID(gather(found->expression.reach(), self, found->node, element, rest));
    }
    return {};
}

Result<void> CalculationReader::gather(const ExpressionReach &reach, std::size_t self,
                                       std::optional<std::size_t> context, const FhirElement &element, Rest &rest) const
{
    if (reach.everything) {
        // Of calculations those before this one, as in addNode.
        Rest all;
        for (std::size_t i = 0; i < m_parts->questions.size(); ++i)
            all.questions.insert(i);
        for (std::size_t i = 0; i < self; ++i)
            all.calculations.insert(i);
        Rest without;
        for (const std::string &linkId : reach.without)
            TRY_VOID(addItem(linkId, self, element, without));
        std::ranges::set_difference(all.questions, without.questions,
                                    std::inserter(rest.questions, rest.questions.end()));
        std::ranges::set_difference(all.calculations, without.calculations,
                                    std::inserter(rest.calculations, rest.calculations.end()));
    }
    for (const std::string &linkId : reach.linkIds)
        TRY_VOID(addItem(linkId, self, element, rest));
    if (reach.context && context)
        addNode(*context, self, rest);
    return gatherVariables(reach, self, element, rest);
}

Result<void> CalculationReader::connect(const std::vector<PendingExpression> &pending)
{
    for (std::size_t i = 0; i < pending.size(); ++i) {
        Calculation &calculation = m_parts->calculations[i];
        Rest rest;
        if (calculation.isSum()) {
            for (std::size_t k = 0; k < m_parts->questions.size(); ++k)
                if (m_parts->questions[k].hasPoints())
                    rest.questions.insert(k);
        } else {
            TRY_VOID(gather(calculation.expression->reach(), i, std::nullopt, pending[i].element, rest));
        }
        calculation.questions.assign(rest.questions.begin(), rest.questions.end());
        calculation.calculations.assign(rest.calculations.begin(), rest.calculations.end());
        calculation.variables.assign(rest.variables.begin(), rest.variables.end());
    }
    return {};
}

Result<void> CalculationReader::order()
{
    const auto &calculations = m_parts->calculations;
    std::vector<bool> done(calculations.size(), false);
    const auto isReady = [&](std::size_t index) {
        return !done[index]
               && std::ranges::all_of(calculations[index].calculations, [&](std::size_t need) { return done[need]; });
    };
    while (m_parts->calculationOrder.size() < calculations.size()) {
        const std::size_t before = m_parts->calculationOrder.size();
        for (std::size_t i = 0; i < calculations.size(); ++i) {
            if (!isReady(i))
                continue;
            done[i] = true;
            m_parts->calculationOrder.push_back(i);
        }
        if (m_parts->calculationOrder.size() == before) {
            const auto stuck = std::size_t(std::ranges::find(done, false) - done.begin());
            return base::fail(ErrorCode::InvalidInput, "calculatedExpression: calculations run in a circle at item "
                                                           + calculations[stuck].linkId);
        }
    }
    return {};
}

/// Questions that decide whether the node is open, and those that decide over them: while one of these is not
/// answered, nobody knows what is still to be asked.
void CalculationReader::addGates(std::size_t node, std::set<std::size_t> &questions) const
{
    std::set<std::size_t> seen;
    std::vector<std::size_t> waiting{node};
    while (!waiting.empty()) {
        const std::size_t index = waiting.back();
        waiting.pop_back();
        if (!seen.insert(index).second)
            continue;
        if (m_parts->nodes[index].parent)
            waiting.push_back(*m_parts->nodes[index].parent);
        for (const Condition &condition : m_parts->nodes[index].conditions) {
            questions.insert(condition.question);
            waiting.push_back(m_parts->questions[condition.question].node);
        }
    }
}

void CalculationReader::addUses()
{
    auto &calculations = m_parts->calculations;
    m_parts->calculationsOn.resize(m_parts->questions.size());
    for (const std::size_t index : m_parts->calculationOrder) {
        std::set<std::size_t> inputs(calculations[index].questions.begin(), calculations[index].questions.end());
        for (const std::size_t need : calculations[index].calculations)
            inputs.insert(calculations[need].inputs.begin(), calculations[need].inputs.end());
        if (calculations[index].node)
            addGates(*calculations[index].node, inputs);
        for (const std::size_t question : calculations[index].questions)
            addGates(m_parts->questions[question].node, inputs);
        calculations[index].inputs.assign(inputs.begin(), inputs.end());
        for (const std::size_t question : calculations[index].questions)
            m_parts->calculationsOn[question].push_back(index);
    }
}

} // namespace

Result<void> readCalculations(const ItemReader &items, const std::string &language, QuestionnaireParts &parts)
{
    CalculationReader reader(language, parts);
    for (const PendingExpression &pending : items.variables())
        TRY_VOID(reader.readVariable(pending));
    for (const PendingExpression &pending : items.calculated())
        TRY_VOID(reader.readItem(pending));
    TRY_VOID(reader.connect(items.calculated()));
    TRY_VOID(reader.order());
    reader.addUses();
    return {};
}

} // namespace faltakt::screening
