#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace faltakt::screening {

/// A number with a fraction as it was written: at most 12 digits before the point and 6 after it. Compared exactly;
/// a double would make 0.1 + 0.2 a limit that nobody wrote. A value.
class DecimalNumber {
public:
    static constexpr std::int64_t PartsPerOne = 1'000'000;

    /// "1.5", "-3", "0.25"; a comma is read as a point. InvalidInput otherwise.
    [[nodiscard]] static base::Result<DecimalNumber> parse(std::string_view text);
    /// Any finite double within the range, rounded to six places: what a JSON number says. InvalidInput otherwise.
    [[nodiscard]] static base::Result<DecimalNumber> fromDouble(double number);
    [[nodiscard]] static DecimalNumber fromParts(std::int64_t millionths);

    /// In millionths: exact, for comparing.
    [[nodiscard]] std::int64_t parts() const noexcept { return m_parts; }
    [[nodiscard]] double number() const noexcept { return double(m_parts) / double(PartsPerOne); }
    /// As written, with a point; zeros at the end stay, since they say how exact the number is.
    [[nodiscard]] const std::string &text() const noexcept { return m_text; }

    bool operator==(const DecimalNumber &other) const noexcept { return m_parts == other.m_parts; }
    auto operator<=>(const DecimalNumber &other) const noexcept { return m_parts <=> other.m_parts; }

private:
    DecimalNumber(std::int64_t parts, std::string text) : m_parts(parts), m_text(std::move(text)) {}
    std::int64_t m_parts;
    std::string m_text;
};

} // namespace faltakt::screening
