#pragma once

#include "core/base/instant.h"
#include "core/base/language.h"

#include <string>
#include <string_view>

namespace faltakt::base {

// Names of days and months, and dates as they are written in running text. No numbers-only dates on screens.

[[nodiscard]] std::string_view weekdayName(Date date, Language language);
/// "tis", "Tue".
[[nodiscard]] std::string_view weekdayShortName(Date date, Language language);
/// From 1.
[[nodiscard]] std::string_view monthName(unsigned month, Language language);
/// "okt", "Oct"; from 1.
[[nodiscard]] std::string_view monthShortName(unsigned month, Language language);

/// "17 oktober", "17 October".
[[nodiscard]] std::string dayAndMonth(Date date, Language language);
/// "fredag 17 oktober"; with the year where `today` lies in another one.
[[nodiscard]] std::string dayWords(Date date, Date today, Language language);
/// "fredag 17 oktober 2026".
[[nodiscard]] std::string dayWordsWithYear(Date date, Language language);
/// "mars", or "mars 2025" where `today` lies in another year.
[[nodiscard]] std::string monthWords(Date date, Date today, Language language);

/// "13:07".
[[nodiscard]] std::string clockWords(std::chrono::minutes sinceMidnight);

} // namespace faltakt::base
