#include "core/casework/demo_screening.h"

#include <algorithm>
#include <string>

namespace faltakt::casework::demo {

namespace {

constexpr std::string_view Version = "1.0.0";

constexpr std::string_view Low[] = {
    "2-4-a-month", "3-4", "less-than-monthly", "never", "never", "never", "never", "never", "no", "no"};
constexpr std::string_view BetweenSexes[] = {"2-4-a-month",       "5-6",   "monthly", "never", "never", "never",
                                             "less-than-monthly", "never", "no",      "no"};
constexpr std::string_view Medium[] = {
    "2-3-a-week", "5-6", "monthly", "never", "never", "never", "less-than-monthly", "less-than-monthly", "no", "no"};
constexpr std::string_view High[] = {
    "2-3-a-week",        "7-9", "weekly", "less-than-monthly", "less-than-monthly", "never", "monthly",
    "less-than-monthly", "no",  "earlier"};
constexpr std::string_view VeryHigh[] = {"4-or-more-a-week",  "7-9",     "weekly",  "monthly", "monthly",
                                         "less-than-monthly", "monthly", "monthly", "no",      "past-year"};
// Does not drink any more: the skip rule goes from the first item to the last two.
constexpr std::string_view Former[] = {"never", "", "", "", "", "", "", "", "earlier", "earlier"};

constexpr AnsweredSheet Audit[] = {
    {"audit", Version, Low, 4, "I", "I"},           {"audit", Version, Medium, 9, "II", "II"},
    {"audit", Version, BetweenSexes, 7, "II", "I"}, {"audit", Version, High, 16, "III", "III"},
    {"audit", Version, Former, 4, "I", "I"},        {"audit", Version, VeryHigh, 23, "IV", "IV"},
};

constexpr std::string_view FewDrugs[] = {
    "at-most-monthly", "never", "1-2", "less-than-monthly", "never", "never", "never", "never", "never", "no", "no"};
constexpr std::string_view SomeDrugs[] = {
    "2-3-a-week",        "2-4-a-month", "3-4",     "monthly", "less-than-monthly", "less-than-monthly",
    "less-than-monthly", "never",       "monthly", "no",      "past-year"};
constexpr AnsweredSheet Dudit[] = {
    {"dudit", Version, FewDrugs, 3, "positive", "below"},
    {"dudit", Version, SomeDrugs, 18, "positive", "positive"},
};

} // namespace

std::span<const AnsweredSheet> auditSheets() noexcept { return Audit; }
std::span<const AnsweredSheet> duditSheets() noexcept { return Dudit; }

void appendAnswers(base::json::Object &fields, const AnsweredSheet &sheet, std::size_t count)
{
    for (std::size_t i = 0; i < std::min(count, sheet.options.size()); ++i)
        if (!sheet.options[i].empty())
            fields.append("answers/" + std::to_string(i + 1), base::json::Object{{"option", sheet.options[i]}});
}

} // namespace faltakt::casework::demo
