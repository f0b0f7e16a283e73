#include "core/rules/deadline.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

using namespace faltakt::rules;
namespace base = faltakt::base;

/// Some value for each key, so that the rule has something to count with.
KeyValues someKeys(const DeadlineRule &rule, base::Date day)
{
    KeyValues keys;
    for (const DeadlineKey &key : rule.keys) {
        if (key.type == KeyType::Day)
            keys.emplace(key.name, day);
        else if (key.type == KeyType::YesNo)
            keys.emplace(key.name, true);
        else
            keys.emplace(key.name, key.minimum.value_or(key.maximum.value_or(1)));
    }
    return keys;
}

/// A rule that was taken either counts, with words and without a place that is not filled, or says why not.
void count(const DeadlineRule &rule)
{
    using namespace std::chrono;
    static constexpr std::array days{base::Date(year(2025) / June / 30), base::Date(year(2028) / February / 29),
                                     base::Date(year(2026) / December / 24)};
    for (const base::Date day : days) {
        const auto deadline = countDeadline(rule, day, someKeys(rule, day), emptyProfile(), shippedLawMap());
        if (!deadline && deadline.error().detail().empty())
            std::abort();
        if (deadline && (deadline->explanation.sv.empty() || deadline->due.has_value() != rule.figure.has_value()))
            std::abort();
    }
}

} // namespace

/// Feeds the reader of assets/deadlines with anything. A refusal has words; every rule of a file that is taken can be counted.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const auto rules =
        DeadlineRules::create(std::string_view(reinterpret_cast<const char *>(bytes), size), shippedLawMap());
    if (!rules) {
        if (rules.error().detail().empty())
            std::abort();
        return 0;
    }
    for (const DeadlineRule &rule : rules->rules()) {
        count(rule);
        (void)listedJson(rule, *rules,
                         bindingOf(rule, base::Date(std::chrono::year(2026) / 1 / 1), emptyProfile(), shippedLawMap()),
                         Language::Swedish);
    }
    return 0;
}
