#pragma once

#include "core/screening/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::screening {

/// What a run of an instrument's golden vectors gave. Vectors hold invented answers, so the words may be logged.
struct VectorReport {
    std::size_t run = 0;
    std::vector<std::string> failures; ///< "name: what differs".
};

/// Runs the vectors that go with an instrument: answers by position, settings, and what must come out. CI runs them
/// for every shipped instrument; a device runs them on itself before it trusts an instrument. InvalidInput where the
/// file cannot be read or belongs to another instrument or version.
///
/// {"instrument","version","vectors":[{"name","answers":{item:position},"sex"?,"age"?,"skipRule"?,"cutoffSet"?,
///   "expect":{"score","min","max","unanswered":[…],"zones":{"f":code or null,"m":…},"flags":[…],
///             "results"?:{linkId: value or null, …}}}]}
/// Answers are in the input or the stored form, by key; results with a fraction are compared to the thousandth.
[[nodiscard]] base::Result<VectorReport> runVectors(const QuestionnairePointer &questionnaire, std::string_view json);

} // namespace faltakt::screening
