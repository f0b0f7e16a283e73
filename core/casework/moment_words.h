#pragma once

#include "core/base/instant.h"
#include "core/base/language.h"

#include <optional>
#include <string>

namespace faltakt::casework {

// Moments as a screen writes them, seen from now; all in Swedish local time.

/// A heading over a day: "I dag", "I går", "I morgon", "Tisdag 14 oktober", with the year where it is another one.
[[nodiscard]] std::string dayHeading(base::Date day, base::Date today, base::Language language);

/// Inside a sentence: "i dag 13:07", "i går 15:20", "i morgon 10:00", "tis 10:20" for the six days past, otherwise
/// "tor 23 okt 16:30", "11 okt 2025 23:40".
[[nodiscard]] std::string momentWords(base::Instant moment, base::Instant now, base::Language language);

/// When something is due: "Senast i dag", "I dag 14:30", "1 dag försenat", "Senast i morgon", "Senast onsdag 21 oktober",
/// "Tor 23 okt 16:30". The last second of a day stands for the whole day. Empty without a due time.
[[nodiscard]] std::string dueWords(const std::optional<base::Instant> &due, base::Instant now, base::Language language);

/// "13:07" on a Swedish clock.
[[nodiscard]] std::string timeWords(base::Instant moment);

} // namespace faltakt::casework
