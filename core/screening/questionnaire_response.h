#pragma once

#include "core/base/json.h"
#include "core/screening/open_items.h"

#include <functional>

namespace faltakt::screening {

/// Which items a response is to hold. Open items with an answer are held; what is closed is left out (SDC), and so is
/// a group with nothing in it.
struct ResponseContent {
    /// By calculation: its value, null for none. Fewer, or none at all, are none.
    const std::vector<base::json::Value> *calculated = nullptr;
    /// By question and by calculation: false leaves it out. nullptr: all.
    const std::vector<bool> *questions = nullptr;
    const std::vector<bool> *calculations = nullptr;
};

/// The answers as the items of a FHIR R4 QuestionnaireResponse: {"resourceType","questionnaire","status","item"}, in
/// the order of the questionnaire, a repeating group once for each of its rows. Texts are left out. Refused, unknown
/// and not relevant are an answer without a value that has the extension data-absent-reason. `status` is completed or
/// in-progress; subject and authored are for the caller to add.
[[nodiscard]] base::json::Object questionnaireResponse(const AnswerSheet &answers, const OpenItems &open,
                                                       std::string_view status, const ResponseContent &content = {});

} // namespace faltakt::screening
