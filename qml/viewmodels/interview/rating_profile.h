#pragma once

#include "core/screening/score.h"

#include <string>
#include <vector>

namespace faltakt::viewmodels {

/// One rating of one area: days of trouble, the person's own worry and wish for help, the interviewer's judgement.
struct RatedPoint {
    std::string key;  ///< "health/worry": the same in every form that rates the area.
    std::string area; ///< Its code.
    screening::LocalText title;
    screening::Rating rating = screening::Rating::Days;
    int value = 0;
    int maximum = 0;
};

/// The ratings that were given, area by area in the order of the form; empty for a form that rates nothing.
[[nodiscard]] std::vector<RatedPoint> ratingProfile(const screening::AnswerSheet &answers,
                                                    screening::SkipRule skipRule);

} // namespace faltakt::viewmodels
