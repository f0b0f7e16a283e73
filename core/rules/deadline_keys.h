#pragma once

#include "core/rules/deadline_rules.h"

#include <map>
#include <string>
#include <variant>

namespace faltakt::rules {

/// What is known besides the start, by the names of a rule's keys.
using KeyValue = std::variant<bool, int, base::Date>;
using KeyValues = std::map<std::string, KeyValue, std::less<>>;

/// Values as they were written by hand, "age" → "19", read as the rule's keys want them. InvalidInput with "key: reason" for a
/// value of another type or out of its limits and for one that is missing, "keys: …" for a key that the rule does not know.
[[nodiscard]] base::Result<KeyValues> readDeadlineKeys(const DeadlineRule &rule,
                                                       const std::map<std::string, std::string, std::less<>> &written);

/// The same question about values that come from records.
[[nodiscard]] base::Result<void> checkDeadlineKeys(const DeadlineRule &rule, const KeyValues &values);

} // namespace faltakt::rules
