#include "core/screening/expression_evaluator.h"

#include <algorithm>
#include <iterator>

namespace faltakt::screening {

using base::ErrorCode;
using base::fail;
using base::Result;
using Operand = ExpressionOperand;
using Truth = ExpressionTruth;
using Values = ExpressionValues;

namespace {

tl::unexpected<base::Error> refuse(const ExpressionPart &part, ErrorCode code, std::string_view reason)
{
    return fail(code, expressionPosition(part.position) + std::string(reason));
}

/// What the operations on values return, with the position put before the reason.
template <typename T>
Result<T> at(const ExpressionPart &part, Result<T> result)
{
    if (!result.has_value())
        return refuse(part, result.error().code(), result.error().detail());
    return result;
}

Values truthValues(Truth truth) { return truth ? Values{*truth} : Values{}; }

} // namespace

Result<Values> ExpressionEvaluator::evaluate(const ExpressionPart &root)
{
    if (!m_environment.resource || !m_environment.resource->isObject())
        return refuse(root, ErrorCode::InvalidInput, "no response to read");
    const Values self{m_environment.context ? itemNode(*m_environment.context) : resourceNode(*m_environment.resource)};
    TRY(Values found, part(root, self));
    for (ExpressionValue &value : found) {
        TRY(value, at(root, detached(std::move(value))));
    }
    return found;
}

Result<Values> ExpressionEvaluator::part(const Part &part, const Values &self)
{
    TRY_VOID(spend(part, 1));
    switch (part.kind) {
    case Part::Kind::Literal: return part.literal;
    case Part::Kind::Resource: return Values{resourceNode(*m_environment.resource)};
    case Part::Kind::Context:
        return Values{m_environment.context ? itemNode(*m_environment.context) : resourceNode(*m_environment.resource)};
    case Part::Kind::Variable: return variable(part);
    case Part::Kind::This: TRY_VOID(spend(part, self.size())); return self;
    case Part::Kind::Member: return member(part, self);
    case Part::Kind::Call: return call(part, self);
    case Part::Kind::Negate:
    case Part::Kind::Keep: return signedNumber(part, self);
    case Part::Kind::Is:
    case Part::Kind::As:
    case Part::Kind::OfType: return typed(part, self);
    case Part::Kind::Binary: return binary(part, self);
    }
    return refuse(part, ErrorCode::Internal, "a part of no kind");
}

Result<Values> ExpressionEvaluator::variable(const Part &part)
{
    const auto found = m_environment.variables.find(part.name);
    if (found == m_environment.variables.end())
        return refuse(part, ErrorCode::InvalidInput, "no variable '" + part.name + "'");
    TRY_VOID(spend(part, found->second.size()));
    return found->second;
}

Result<Values> ExpressionEvaluator::member(const Part &part, const Values &self)
{
    TRY(const Values input, this->part(part.operands[0], self));
    Values members;
    for (const ExpressionValue &value : input) {
        if (const auto *const node = std::get_if<ExpressionNode>(&value))
            appendMembers(*node, part.name, members);
    }
    TRY_VOID(spend(part, input.size() + members.size()));
    return members;
}

Result<Values> ExpressionEvaluator::signedNumber(const Part &part, const Values &self)
{
    TRY(const Values input, this->part(part.operands[0], self));
    TRY(const auto number, single(part, input));
    if (!number)
        return Values{};
    if (!number->isNumber())
        return refuse(part, ErrorCode::InvalidInput, "only a number has a sign");
    if (const auto *const integer = number->as<std::int64_t>())
        return inRange(part.kind == Part::Kind::Negate ? -*integer : *integer);
    return finite(part.kind == Part::Kind::Negate ? -number->number() : number->number());
}

Result<Values> ExpressionEvaluator::typed(const Part &part, const Values &self)
{
    TRY(Values input, this->part(part.operands[0], self));
    if (part.kind == Part::Kind::OfType) {
        std::erase_if(input, [&](const ExpressionValue &value) { return !convertsToType(value, part.type); });
        return input;
    }
    if (input.size() > 1)
        return refuse(part, ErrorCode::InvalidInput, "several values where one is wanted");
    if (input.empty())
        return input;
    const bool is = isOfType(input.front(), part.type);
    if (part.kind == Part::Kind::Is)
        return Values{is};
    return is ? input : Values{};
}

Result<Values> ExpressionEvaluator::binary(const Part &part, const Values &self)
{
    TRY(Values left, this->part(part.operands[0], self));
    TRY(Values right, this->part(part.operands[1], self));
    switch (part.binary) {
    case ExpressionOperator::And:
    case ExpressionOperator::Or:
    case ExpressionOperator::Xor:
    case ExpressionOperator::Implies: {
        TRY(const Truth one, truthOf(part, left));
        TRY(const Truth other, truthOf(part, right));
        return truthValues(combined(part.binary, one, other));
    }
    case ExpressionOperator::Union: return unionOf(part, std::move(left), std::move(right));
    case ExpressionOperator::In: return membership(part, left, right);
    case ExpressionOperator::Contains: return membership(part, right, left);
    case ExpressionOperator::Equivalent: {
        TRY_VOID(spend(part, left.size() * right.size()));
        TRY(const bool same, at(part, equivalentValues(left, right)));
        return Values{same};
    }
    default: break;
    }
    if (left.empty() || right.empty())
        return Values{};
    if (part.binary == ExpressionOperator::Equal || part.binary == ExpressionOperator::NotEqual) {
        TRY_VOID(spend(part, left.size()));
        TRY(const Truth same, at(part, equalValues(left, right)));
        return truthValues(same ? Truth(*same == (part.binary == ExpressionOperator::Equal)) : same);
    }
    TRY(const auto one, single(part, left));
    TRY(const auto other, single(part, right));
    if (part.binary < ExpressionOperator::Union) {
        TRY(Values result, at(part, calculated(part.binary, *one, *other)));
        if (const auto *const text = result.empty() ? nullptr : std::get_if<std::string>(&result.front()))
            TRY_VOID(spend(part, text->size() / 64));
        return result;
    }
    TRY(const Truth order, at(part, compared(part.binary, *one, *other)));
    return truthValues(order);
}

Result<Values> ExpressionEvaluator::membership(const Part &part, const Values &left, const Values &right)
{
    if (left.empty())
        return Values{};
    if (left.size() > 1 && !right.empty())
        return refuse(part, ErrorCode::InvalidInput, "several values where one is wanted");
    TRY_VOID(spend(part, right.size()));
    TRY(const Operand wanted, at(part, operandOf(left.front())));
    for (const ExpressionValue &value : right) {
        TRY(const Operand one, at(part, operandOf(value)));
        TRY(const Truth same, at(part, equal(one, wanted)));
        if (same.value_or(false))
            return Values{true};
    }
    return Values{false};
}

Result<Values> ExpressionEvaluator::unionOf(const Part &part, Values left, Values right)
{
    Values together;
    TRY_VOID(addDistinct(part, together, std::move(left)));
    TRY_VOID(addDistinct(part, together, std::move(right)));
    return together;
}

Result<void> ExpressionEvaluator::addDistinct(const Part &part, Values &known, Values more)
{
    for (ExpressionValue &value : more) {
        const auto same = [&value](const ExpressionValue &other) { return isSame(other, value); };
        TRY_VOID(spend(part, 1 + known.size()));
        if (std::ranges::none_of(known, same))
            known.push_back(std::move(value));
    }
    return {};
}

Result<bool> ExpressionEvaluator::holds(const Part &criterion, const Values &one)
{
    TRY(const Values found, part(criterion, one));
    TRY(const auto truth, single(criterion, found));
    if (!truth)
        return false;
    const bool *const boolean = truth->as<bool>();
    if (!boolean)
        return refuse(criterion, ErrorCode::InvalidInput, "the criterion is neither true nor false");
    return *boolean;
}

Result<Truth> ExpressionEvaluator::truthOf(const Part &part, const Values &values)
{
    TRY(const auto found, single(part, values));
    if (!found)
        return Truth();
    const bool *const boolean = found->as<bool>();
    return Truth(!boolean || *boolean);
}

Result<std::optional<Operand>> ExpressionEvaluator::single(const Part &part, const Values &values)
{
    if (values.size() > 1)
        return refuse(part, ErrorCode::InvalidInput, "several values where one is wanted");
    if (values.empty())
        return std::optional<Operand>();
    TRY(const Operand operand, at(part, operandOf(values.front())));
    return std::optional(operand);
}

Result<void> ExpressionEvaluator::spend(const Part &part, std::size_t steps)
{
    if (steps > m_environment.maxSteps - m_steps)
        return refuse(part, ErrorCode::TooLarge, "too much to work through");
    m_steps += steps;
    return {};
}

} // namespace faltakt::screening
