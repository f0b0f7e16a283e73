#include "core/screening/expression_operators.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace faltakt::screening {

using base::ErrorCode;
using base::fail;
using base::Result;
using Json = base::json::Value;
using Operand = ExpressionOperand;
using Truth = ExpressionTruth;

namespace {

constexpr std::int64_t MaxInteger = std::int64_t(1) << 53;
/// Decimals are told apart by eight decimals.
constexpr double Step = 1e-8;

bool isPrimitive(ExpressionNode::Kind kind)
{
    return kind >= ExpressionNode::Kind::Boolean && kind != ExpressionNode::Kind::Other;
}

/// Less than, equal or greater; empty where the dates are equal as far as both are known.
std::optional<int> comparedDates(const ExpressionDate &left, const ExpressionDate &right)
{
    const std::array pairs{std::pair{left.year, right.year}, std::pair{left.month, right.month},
                           std::pair{left.day, right.day}};
    for (const auto &[one, other] : pairs) {
        if ((one == 0) != (other == 0))
            return {};
        if (one != other)
            return one < other ? -1 : 1;
    }
    return 0;
}

int comparedNumbers(const Operand &left, const Operand &right)
{
    const auto *const one = left.as<std::int64_t>();
    const auto *const other = right.as<std::int64_t>();
    if (one && other)
        return *one < *other ? -1 : int(*one > *other);
    const double first = roundedHalfUp(left.number() / Step);
    const double second = roundedHalfUp(right.number() / Step);
    return first < second ? -1 : int(first > second);
}

/// Decimals after the point, zeros at the end not counted.
int decimalPlaces(double number)
{
    const std::string text = decimalText(number);
    const std::size_t point = text.find('.');
    return point == std::string::npos ? 0 : int(text.size() - point - 1);
}

/// Equal in as many decimals as the one that has fewer.
bool equivalentNumbers(double left, double right)
{
    if (left == std::trunc(left) && right == std::trunc(right))
        return left == right;
    const double scale = std::pow(10.0, std::min(decimalPlaces(left), decimalPlaces(right)));
    return roundedHalfUp(left * scale) == roundedHalfUp(right * scale);
}

/// The second byte of À to Þ in UTF-8, without that of the multiplication sign between them.
bool isAccentedCapital(char second)
{
    const auto byte = static_cast<unsigned char>(second);
    return byte >= 0x80 && byte <= 0x9E && byte != 0x97;
}

/// Letters in one case and each white space the same; the letters beyond Swedish stay as they are.
std::string looselyWritten(std::string_view text)
{
    std::string written;
    written.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        if (letter >= 'A' && letter <= 'Z') {
            written += char(letter - 'A' + 'a');
        } else if (letter == '\n' || letter == '\r' || letter == '\t' || letter == '\f' || letter == '\v') {
            written += ' ';
        } else if (letter == '\xC3' && i + 1 < text.size() && isAccentedCapital(text[i + 1])) {
            written += letter;
            written += char(text[++i] + 0x20);
        } else {
            written += letter;
        }
    }
    return written;
}

template <typename Same>
bool eachHasItsOwn(const ExpressionValues &left, std::vector<const ExpressionValue *> right, Same same)
{
    return std::ranges::all_of(left, [&](const ExpressionValue &value) {
        const auto match =
            std::ranges::find_if(right, [&](const ExpressionValue *other) { return same(value, *other); });
        if (match == right.end())
            return false;
        right.erase(match);
        return true;
    });
}

ExpressionValues integerResult(ExpressionOperator arithmetic, std::int64_t left, std::int64_t right)
{
    std::int64_t result = 0;
    switch (arithmetic) {
    case ExpressionOperator::Plus: return inRange(left + right);
    case ExpressionOperator::Minus: return inRange(left - right);
    case ExpressionOperator::Times:
        if (__builtin_mul_overflow(left, right, &result))
            return {};
        return inRange(result);
    case ExpressionOperator::DivideWhole: return right == 0 ? ExpressionValues{} : inRange(left / right);
    case ExpressionOperator::Modulo: return right == 0 ? ExpressionValues{} : inRange(left % right);
    default: return right == 0 ? ExpressionValues{} : finite(double(left) / double(right));
    }
}

ExpressionValues decimalResult(ExpressionOperator arithmetic, double left, double right)
{
    switch (arithmetic) {
    case ExpressionOperator::Plus: return finite(left + right);
    case ExpressionOperator::Minus: return finite(left - right);
    case ExpressionOperator::Times: return finite(left * right);
    case ExpressionOperator::Modulo: return right == 0 ? ExpressionValues{} : finite(std::fmod(left, right));
    case ExpressionOperator::Divide: return right == 0 ? ExpressionValues{} : finite(left / right);
    default: break;
    }
    const double whole = right == 0 ? NAN : std::trunc(left / right);
    return std::abs(whole) <= double(MaxInteger) ? ExpressionValues{std::int64_t(whole)} : ExpressionValues{};
}

} // namespace

double roundedHalfUp(double number)
{
    const double below = std::floor(number);
    return number - below >= 0.5 ? below + 1 : below;
}

std::string decimalText(double number)
{
    // The longest plain form of a double has some 770 digits before or after the point.
    std::array<char, 1100> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number + 0.0, std::chars_format::fixed);
    return {text.data(), end.ptr};
}

ExpressionValues finite(double number)
{
    return std::isfinite(number) ? ExpressionValues{number + 0.0} : ExpressionValues{};
}

ExpressionValues inRange(std::int64_t number)
{
    return number >= -MaxInteger && number <= MaxInteger ? ExpressionValues{number} : ExpressionValues{};
}

Result<Truth> equal(const Operand &left, const Operand &right)
{
    if (left.isNumber() && right.isNumber())
        return Truth(comparedNumbers(left, right) == 0);
    if (left.storage.index() != right.storage.index())
        return Truth(false);
    if (const auto *const date = left.as<ExpressionDate>()) {
        const auto order = comparedDates(*date, *right.as<ExpressionDate>());
        return order ? Truth(*order == 0) : Truth();
    }
    if (const auto *const element = left.as<const Json *>())
        return Truth(**element == **right.as<const Json *>());
    return Truth(left.storage == right.storage);
}

Result<bool> equivalent(const Operand &left, const Operand &right)
{
    if (left.isNumber() && right.isNumber())
        return equivalentNumbers(left.number(), right.number());
    const auto *const text = left.as<std::string_view>();
    const auto *const other = right.as<std::string_view>();
    if (text && other)
        return looselyWritten(*text) == looselyWritten(*other);
    TRY(const Truth same, equal(left, right));
    return same.value_or(false);
}

bool isSame(const ExpressionValue &left, const ExpressionValue &right)
{
    const auto *const node = std::get_if<ExpressionNode>(&left);
    const auto *const other = std::get_if<ExpressionNode>(&right);
    if (node && other && !(isPrimitive(node->kind) && isPrimitive(other->kind)))
        return node->value == other->value || *node->value == *other->value;
    const auto one = operandOf(left);
    const auto two = operandOf(right);
    if (!one || !two)
        return false;
    const auto same = equal(*one, *two);
    return same && same->value_or(false);
}

Result<Truth> equalValues(const ExpressionValues &left, const ExpressionValues &right)
{
    if (left.size() != right.size())
        return Truth(false);
    for (std::size_t i = 0; i < left.size(); ++i) {
        TRY(const Operand one, operandOf(left[i]));
        TRY(const Operand other, operandOf(right[i]));
        TRY(const Truth same, equal(one, other));
        if (left.size() == 1)
            return same;
        if (!same.value_or(false))
            return Truth(false);
    }
    return Truth(true);
}

Result<bool> equivalentValues(const ExpressionValues &left, const ExpressionValues &right)
{
    if (left.size() != right.size())
        return false;
    for (const ExpressionValues *const side : {&left, &right}) {
        for (const ExpressionValue &value : *side)
            TRY_VOID(operandOf(value));
    }
    std::vector<const ExpressionValue *> others;
    for (const ExpressionValue &value : right)
        others.push_back(&value);
    return eachHasItsOwn(left, std::move(others), [](const ExpressionValue &one, const ExpressionValue &other) {
        const auto same = equivalent(*operandOf(one), *operandOf(other));
        return same.has_value() && *same;
    });
}

Result<Truth> compared(ExpressionOperator comparison, const Operand &left, const Operand &right)
{
    std::optional<int> order;
    if (left.isNumber() && right.isNumber()) {
        order = comparedNumbers(left, right);
    } else if (left.as<std::string_view>() && right.as<std::string_view>()) {
        order = left.as<std::string_view>()->compare(*right.as<std::string_view>());
    } else if (left.as<ExpressionDate>() && right.as<ExpressionDate>()) {
        order = comparedDates(*left.as<ExpressionDate>(), *right.as<ExpressionDate>());
    } else {
        return fail(ErrorCode::InvalidInput, "only two numbers, two texts or two dates can be compared");
    }
    if (!order)
        return Truth();
    switch (comparison) {
    case ExpressionOperator::Less: return Truth(*order < 0);
    case ExpressionOperator::LessOrEqual: return Truth(*order <= 0);
    case ExpressionOperator::Greater: return Truth(*order > 0);
    default: return Truth(*order >= 0);
    }
}

Truth combined(ExpressionOperator logic, Truth left, Truth right)
{
    switch (logic) {
    case ExpressionOperator::Implies: return combined(ExpressionOperator::Or, left ? Truth(!*left) : Truth(), right);
    case ExpressionOperator::Xor: return left && right ? Truth(*left != *right) : Truth();
    case ExpressionOperator::And:
        if (left == Truth(false) || right == Truth(false))
            return false;
        break;
    default:
        if (left == Truth(true) || right == Truth(true))
            return true;
        break;
    }
    return left && right ? Truth(logic == ExpressionOperator::And) : Truth();
}

Result<ExpressionValues> calculated(ExpressionOperator arithmetic, const Operand &left, const Operand &right)
{
    const auto *const text = left.as<std::string_view>();
    const auto *const more = right.as<std::string_view>();
    if (arithmetic == ExpressionOperator::Plus && text && more) {
        if (text->size() + more->size() > MaxExpressionText)
            return fail(ErrorCode::TooLarge, "a text of more than " + std::to_string(MaxExpressionText) + " bytes");
        return ExpressionValues{std::string(*text) + std::string(*more)};
    }
    if (!left.isNumber() || !right.isNumber())
        return fail(ErrorCode::InvalidInput, "only numbers can be calculated with");
    const auto *const one = left.as<std::int64_t>();
    const auto *const other = right.as<std::int64_t>();
    return one && other ? integerResult(arithmetic, *one, *other)
                        : decimalResult(arithmetic, left.number(), right.number());
}

} // namespace faltakt::screening
