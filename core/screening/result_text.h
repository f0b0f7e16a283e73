#pragma once

#include "core/screening/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::screening {

/// What a result says, for the two who read it. The person's text has no zone, no points and no names of conditions.
struct ResultText {
    /// The zone where it is certain for every row read; empty while it is not, or without zones.
    std::string zone;
    std::string worker;
    std::string person;
    std::vector<std::string> flags; ///< For the worker: what single answers call for.
};
/// In "sv" or "en". While answers are missing, or the two rows of the table differ and none is chosen, both texts say
/// so and name no zone.
[[nodiscard]] ResultText resultText(const ScreeningResult &result, std::string_view language);

} // namespace faltakt::screening
