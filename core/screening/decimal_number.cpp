#include "core/screening/decimal_number.h"

#include <cmath>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t MostWholeDigits = 12;
constexpr std::size_t MostDecimals = 6;

bool isDigit(char c) noexcept { return c >= '0' && c <= '9'; }

} // namespace

Result<DecimalNumber> DecimalNumber::parse(std::string_view text)
{
    const auto refuse = [](const char *reason) { return base::fail(ErrorCode::InvalidInput, reason); };
    const bool isNegative = text.starts_with('-');
    const std::string_view digits = isNegative ? text.substr(1) : text;
    const std::size_t point = digits.find_first_of(".,");
    const std::string_view whole = digits.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? std::string_view() : digits.substr(point + 1);
    if (whole.empty() || (point != std::string_view::npos && fraction.empty()))
        return refuse("not a number");
    if (whole.size() > MostWholeDigits || fraction.size() > MostDecimals)
        return refuse("a number of more than 12 digits or 6 decimals");
    std::int64_t parts = 0;
    for (const char c : whole) {
        if (!isDigit(c))
            return refuse("not a number");
        parts = parts * 10 + (c - '0');
    }
    for (std::size_t i = 0; i < MostDecimals; ++i) {
        const char c = i < fraction.size() ? fraction[i] : '0';
        if (!isDigit(c))
            return refuse("not a number");
        parts = parts * 10 + (c - '0');
    }
    std::string written(text);
    if (point != std::string_view::npos)
        written[point + (isNegative ? 1 : 0)] = '.';
    return DecimalNumber(isNegative ? -parts : parts, std::move(written));
}

Result<DecimalNumber> DecimalNumber::fromDouble(double number)
{
    constexpr double Beyond = 1e12;
    if (!std::isfinite(number) || std::abs(number) >= Beyond)
        return base::fail(ErrorCode::InvalidInput, "a number of more than 12 digits");
    return fromParts(std::int64_t(std::llround(number * double(PartsPerOne))));
}

DecimalNumber DecimalNumber::fromParts(std::int64_t millionths)
{
    const std::uint64_t magnitude =
        millionths < 0 ? std::uint64_t(0) - std::uint64_t(millionths) : std::uint64_t(millionths);
    std::string text = (millionths < 0 ? "-" : "") + std::to_string(magnitude / std::uint64_t(PartsPerOne));
    if (const std::uint64_t rest = magnitude % std::uint64_t(PartsPerOne); rest != 0) {
        std::string decimals = std::to_string(rest);
        decimals.insert(0, MostDecimals - decimals.size(), '0');
        while (decimals.back() == '0')
            decimals.pop_back();
        text += '.' + decimals;
    }
    return DecimalNumber(millionths, std::move(text));
}

} // namespace faltakt::screening
