#pragma once

#include "core/base/instant.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace faltakt::screening {

/// A day, a month or a year: people often know no more. A value.
class PartialDate {
public:
    /// "2026-11-26", "2026-11" or "2026", years 1850 to 2200; InvalidInput otherwise.
    [[nodiscard]] static base::Result<PartialDate> parse(std::string_view text);

    [[nodiscard]] std::string text() const;
    /// The first and the last day that it may mean.
    [[nodiscard]] base::Date first() const;
    [[nodiscard]] base::Date last() const;

    /// Which comes first; empty where that cannot be told: 2026 and 2026-11 (FHIRPath says the same).
    [[nodiscard]] std::optional<std::strong_ordering> compare(const PartialDate &other) const;

    /// The same words: 2026 is not the same as 2026-01.
    bool operator==(const PartialDate &) const = default;

private:
    PartialDate() = default;
    int m_year = 0;
    unsigned m_month = 0; ///< 0: only the year is known.
    unsigned m_day = 0;   ///< 0: only the month is known.
};

} // namespace faltakt::screening
