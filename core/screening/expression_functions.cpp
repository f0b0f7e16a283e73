// The functions of an expression; the operators stand in expression_evaluator.cpp.

#include "core/screening/expression_evaluator.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <unordered_map>

namespace faltakt::screening {

using base::ErrorCode;
using base::fail;
using base::Result;
using Function = ExpressionFunction;
using Operand = ExpressionOperand;
using Truth = ExpressionTruth;
using Values = ExpressionValues;

namespace {

/// More than a double can tell apart.
constexpr std::int64_t MostDigits = 20;

tl::unexpected<base::Error> refuse(const ExpressionPart &part, ErrorCode code, std::string_view reason)
{
    return fail(code, expressionPosition(part.position) + std::string(reason));
}

bool isWhole(double number)
{
    return number == std::trunc(number) && std::abs(number) <= double(std::int64_t(1) << 53);
}

/// A number with an optional sign and, where wanted, decimals; nothing before or after it.
std::optional<double> readNumber(std::string_view text, bool decimals)
{
    std::string_view digits = text;
    if (digits.starts_with('+') || digits.starts_with('-'))
        digits.remove_prefix(1);
    const std::size_t point = digits.find('.');
    if (point != std::string_view::npos && (!decimals || point == 0 || point + 1 == digits.size()))
        return {};
    const auto isDigit = [](char letter) { return letter >= '0' && letter <= '9'; };
    const bool fits = !digits.empty() && std::ranges::all_of(digits.substr(0, point), isDigit)
                      && (point == std::string_view::npos || std::ranges::all_of(digits.substr(point + 1), isDigit));
    double number = 0;
    if (!fits || std::from_chars(digits.data(), digits.data() + digits.size(), number).ec != std::errc())
        return {};
    return text.starts_with('-') ? -number : number;
}

Values integerFrom(const Operand &value)
{
    if (const bool *const truth = value.as<bool>())
        return {std::int64_t(*truth)};
    if (const auto *const integer = value.as<std::int64_t>())
        return {*integer};
    std::optional<double> number;
    if (const auto *const decimal = value.as<double>()) {
        number = *decimal;
    } else if (const auto *const text = value.as<std::string_view>()) {
        number = readNumber(*text, false);
    }
    return number && isWhole(*number) ? Values{std::int64_t(*number)} : Values{};
}

Values decimalFrom(const Operand &value)
{
    if (const bool *const truth = value.as<bool>())
        return {*truth ? 1.0 : 0.0};
    if (value.isNumber())
        return {value.number()};
    const auto *const text = value.as<std::string_view>();
    const auto number = text ? readNumber(*text, true) : std::nullopt;
    return number ? Values{*number} : Values{};
}

Values textFrom(const Operand &value)
{
    if (const bool *const truth = value.as<bool>())
        return {std::string(*truth ? "true" : "false")};
    if (const auto *const integer = value.as<std::int64_t>())
        return {std::to_string(*integer)};
    if (const auto *const decimal = value.as<double>())
        return {decimalText(*decimal)};
    if (const auto *const text = value.as<std::string_view>())
        return {std::string(*text)};
    if (const auto *const date = value.as<ExpressionDate>())
        return {date->toString()};
    return {};
}

Values power(const Operand &number, const Operand &exponent)
{
    const double result = std::pow(number.number(), exponent.number());
    const bool whole = number.as<std::int64_t>() && exponent.as<std::int64_t>() && isWhole(result);
    return whole ? Values{std::int64_t(result)} : finite(result);
}

/// Elements that can be the same have the same key: the items of a response are told apart by their link id at once.
std::string_view distinctionKey(const ExpressionValue &value)
{
    const auto *const node = std::get_if<ExpressionNode>(&value);
    const base::json::Value *const linkId = node ? node->value->find("linkId") : nullptr;
    return linkId && linkId->string() ? std::string_view(*linkId->string()) : std::string_view();
}

} // namespace

Result<Values> ExpressionEvaluator::call(const Part &part, const Values &self)
{
    TRY(Values input, this->part(part.operands[0], self));
    TRY_VOID(spend(part, input.size()));
    switch (part.function) {
    case Function::Where: return where(part, std::move(input));
    case Function::Select: return select(part, input);
    case Function::Repeat: return repeat(part, std::move(input));
    case Function::All: return all(part, input);
    case Function::Iif: return choice(part, input);
    case Function::Abs:
    case Function::Ln:
    case Function::Power:
    case Function::Round:
    case Function::Sqrt: return numeric(part, input, self);
    case Function::ToDecimal:
    case Function::ToInteger:
    case Function::ToText: return converted(part, input);
    default: return overCollection(part, std::move(input));
    }
}

Result<Values> ExpressionEvaluator::overCollection(const Part &part, Values input)
{
    switch (part.function) {
    case Function::Answers: return answers(part, input);
    case Function::Descendants: return descendants(part, std::move(input));
    case Function::Sum: return sum(part, input);
    case Function::Weight: return weights(part, input);
    case Function::Count: return Values{std::int64_t(input.size())};
    case Function::Empty: return Values{input.empty()};
    case Function::First: return input.empty() ? Values{} : Values{input.front()};
    case Function::Last: return input.empty() ? Values{} : Values{input.back()};
    case Function::Exists:
        if (part.operands.size() > 1) {
            TRY(input, where(part, std::move(input)));
        }
        return Values{!input.empty()};
    default: break;
    }
    TRY(const Truth truth, truthOf(part, input)); // not()
    return truth ? Values{!*truth} : Values{};
}

Result<Values> ExpressionEvaluator::where(const Part &part, Values input)
{
    Values kept;
    Values one(1);
    for (ExpressionValue &value : input) {
        one.front() = value;
        TRY(const bool fits, holds(part.operands[1], one));
        if (fits)
            kept.push_back(std::move(value));
    }
    return kept;
}

Result<Values> ExpressionEvaluator::select(const Part &part, const Values &input)
{
    Values selected;
    for (const ExpressionValue &value : input) {
        TRY(Values some, this->part(part.operands[1], Values{value}));
        TRY_VOID(spend(part, some.size()));
        std::ranges::move(some, std::back_inserter(selected));
    }
    return selected;
}

Result<Values> ExpressionEvaluator::repeat(const Part &part, Values input)
{
    Values found;
    std::unordered_multimap<std::string_view, std::size_t> known;
    while (!input.empty()) {
        Values fresh;
        TRY(Values more, select(part, input));
        for (ExpressionValue &value : more) {
            const std::string_view key = distinctionKey(value);
            const auto [first, last] = known.equal_range(key);
            TRY_VOID(spend(part, 1 + std::size_t(std::distance(first, last))));
            if (std::any_of(first, last, [&](const auto &entry) { return isSame(found[entry.second], value); }))
                continue;
            known.emplace(key, found.size());
            fresh.push_back(value);
            found.push_back(std::move(value));
        }
        input = std::move(fresh);
    }
    return found;
}

Result<Values> ExpressionEvaluator::all(const Part &part, const Values &input)
{
    for (const ExpressionValue &value : input) {
        TRY(const bool fits, holds(part.operands[1], Values{value}));
        if (!fits)
            return Values{false};
    }
    return Values{true};
}

Result<Values> ExpressionEvaluator::choice(const Part &part, const Values &input)
{
    TRY(const bool first, holds(part.operands[1], input));
    if (first)
        return this->part(part.operands[2], input);
    return part.operands.size() > 3 ? this->part(part.operands[3], input) : Values{};
}

Result<Values> ExpressionEvaluator::descendants(const Part &part, Values input)
{
    Values found;
    while (!input.empty()) {
        Values below;
        for (const ExpressionValue &value : input) {
            if (const auto *const node = std::get_if<ExpressionNode>(&value))
                appendChildren(*node, below);
        }
        TRY_VOID(spend(part, below.size()));
        std::ranges::copy(below, std::back_inserter(found));
        input = std::move(below);
    }
    return found;
}

Result<Values> ExpressionEvaluator::answers(const Part &part, const Values &input)
{
    Values found;
    for (const ExpressionValue &value : input) {
        const auto *const node = std::get_if<ExpressionNode>(&value);
        if (!node)
            continue;
        std::size_t visited = 0;
        appendAnswers(*node, visited, m_environment.maxSteps - m_steps + 1, found);
        TRY_VOID(spend(part, visited));
    }
    return found;
}

Result<Values> ExpressionEvaluator::sum(const Part &part, const Values &input)
{
    Values total;
    for (const ExpressionValue &value : input) {
        TRY(const auto number, single(part, Values{value}));
        if (!number->isNumber())
            return refuse(part, ErrorCode::InvalidInput, "only numbers have a sum");
        TRY(const auto before, single(part, total));
        if (&value != &input.front() && !before)
            return Values{}; // Beyond the range.
        TRY(total, calculated(ExpressionOperator::Plus, before.value_or(Operand{std::int64_t(0)}), *number));
    }
    return total;
}

Result<Values> ExpressionEvaluator::weights(const Part &part, const Values &input)
{
    if (!m_environment.weight)
        return refuse(part, ErrorCode::Unsupported, "no weights are known here");
    Values found;
    for (const ExpressionValue &value : input) {
        const auto *node = std::get_if<ExpressionNode>(&value);
        Values below;
        if (node && node->kind == ExpressionNode::Kind::Answer) {
            appendMembers(*node, "value", below);
            node = below.empty() ? nullptr : std::get_if<ExpressionNode>(&below.front());
        }
        if (!node || node->kind != ExpressionNode::Kind::Coding || !node->item)
            continue;
        const auto weight = m_environment.weight(node->item->stringAt("linkId"), node->value->stringAt("system"),
                                                 node->value->stringAt("code"));
        if (weight)
            found.push_back(isWhole(*weight) ? ExpressionValue(std::int64_t(*weight)) : ExpressionValue(*weight));
    }
    return found;
}

Result<Values> ExpressionEvaluator::numeric(const Part &part, const Values &input, const Values &self)
{
    TRY(const auto number, single(part, input));
    if (!number)
        return Values{};
    if (!number->isNumber())
        return refuse(part, ErrorCode::InvalidInput, "only a number has '" + part.name + "'");
    const auto *const integer = number->as<std::int64_t>();
    switch (part.function) {
    case Function::Abs: return integer ? Values{std::abs(*integer)} : Values{std::abs(number->number())};
    case Function::Ln: return finite(std::log(number->number()));
    case Function::Sqrt: return finite(std::sqrt(number->number()));
    case Function::Round: return rounded(part, *number, self);
    default: break;
    }
    TRY(const Values argument, this->part(part.operands[1], self));
    TRY(const auto exponent, single(part, argument));
    if (!exponent)
        return Values{};
    if (!exponent->isNumber())
        return refuse(part, ErrorCode::InvalidInput, "the exponent is no number");
    return power(*number, *exponent);
}

Result<Values> ExpressionEvaluator::rounded(const Part &part, const Operand &number, const Values &self)
{
    std::int64_t digits = 0;
    if (part.operands.size() > 1) {
        TRY(const Values argument, this->part(part.operands[1], self));
        TRY(const auto wanted, single(part, argument));
        if (!wanted)
            return Values{};
        const auto *const integer = wanted->as<std::int64_t>();
        if (!integer || *integer < 0 || *integer > MostDigits)
            return refuse(part, ErrorCode::InvalidInput, "no such number of digits");
        digits = *integer;
    }
    if (number.as<std::int64_t>())
        return Values{*number.as<std::int64_t>()};
    const double scale = std::pow(10.0, double(digits));
    return finite(roundedHalfUp(number.number() * scale) / scale);
}

Result<Values> ExpressionEvaluator::converted(const Part &part, const Values &input)
{
    TRY(const auto value, single(part, input));
    if (!value)
        return Values{};
    switch (part.function) {
    case Function::ToInteger: return integerFrom(*value);
    case Function::ToDecimal: return decimalFrom(*value);
    default: return textFrom(*value);
    }
}

} // namespace faltakt::screening
