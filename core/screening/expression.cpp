#include "core/screening/expression.h"

#include "core/base/text.h"
#include "core/screening/expression_evaluator.h"
#include "core/screening/expression_parser.h"
#include "core/screening/expression_reach.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace faltakt::screening {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// The number that a part of a date consists of; -1 for anything but that many digits.
int digitsOf(std::string_view text, std::size_t count)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool fits = error == std::errc() && end == text.data() + text.size() && !text.starts_with('-');
    return fits && text.size() == count ? number : -1;
}

int daysIn(int year, int month)
{
    constexpr std::array Days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return Days.at(std::size_t(month - 1)) + int(month == 2 && leap);
}

/// The one value of a result as T; empty where there is none.
template <typename T>
Result<const T *> only(const ExpressionValues &values)
{
    if (values.empty())
        return nullptr;
    const T *const value = std::get_if<T>(&values.front());
    if (values.size() > 1 || !value)
        return fail(ErrorCode::InvalidInput, "the result is not one value of the item's type");
    return value;
}

} // namespace

std::optional<ExpressionDate> ExpressionDate::read(std::string_view text)
{
    const std::vector<std::string> parts = base::split(text, '-');
    ExpressionDate date;
    date.year = digitsOf(parts[0], 4);
    if (parts.size() > 3 || date.year < 1)
        return {};
    if (parts.size() > 1) {
        date.month = digitsOf(parts[1], 2);
        if (date.month < 1 || date.month > 12)
            return {};
    }
    if (parts.size() > 2) {
        date.day = digitsOf(parts[2], 2);
        if (date.day < 1 || date.day > daysIn(date.year, date.month))
            return {};
    }
    return date;
}

std::string ExpressionDate::toString() const
{
    std::array<char, 40> text{};
    if (month == 0) {
        (void)std::snprintf(text.data(), text.size(), "%04d", year);
    } else if (day == 0) {
        (void)std::snprintf(text.data(), text.size(), "%04d-%02d", year, month);
    } else {
        (void)std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
    }
    return text.data();
}

Result<Expression> Expression::parse(std::string_view text)
{
    TRY(ExpressionPart root, parseExpression(text));
    ExpressionReach reach = reachOf(root);
    return Expression(std::make_shared<const ExpressionPart>(std::move(root)), std::move(reach));
}

std::optional<std::vector<std::string>> Expression::linkIds() const
{
    if (m_reach.everything)
        return {};
    return m_reach.linkIds;
}

Result<ExpressionValues> Expression::evaluate(const ExpressionEnvironment &environment) const
{
    return ExpressionEvaluator(environment).evaluate(*m_root);
}

Result<std::optional<bool>> toBoolean(const ExpressionValues &values)
{
    TRY(const bool *const value, only<bool>(values));
    return value ? std::optional(*value) : std::nullopt;
}

Result<std::optional<std::int64_t>> toInteger(const ExpressionValues &values)
{
    if (values.size() == 1) {
        const double *const decimal = std::get_if<double>(&values.front());
        if (decimal && *decimal == std::trunc(*decimal) && std::abs(*decimal) <= double(std::int64_t(1) << 53))
            return std::optional(std::int64_t(*decimal));
    }
    TRY(const std::int64_t *const value, only<std::int64_t>(values));
    return value ? std::optional(*value) : std::nullopt;
}

Result<std::optional<double>> toDecimal(const ExpressionValues &values)
{
    if (values.size() == 1) {
        if (const auto *const integer = std::get_if<std::int64_t>(&values.front()))
            return std::optional(double(*integer));
    }
    TRY(const double *const value, only<double>(values));
    return value ? std::optional(*value) : std::nullopt;
}

} // namespace faltakt::screening
