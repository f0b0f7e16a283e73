#include "core/rules/lob_clocks.h"

#include "core/rules/swedish_calendar.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace faltakt::rules {

namespace {

using base::Result;
using Options = std::map<std::string, std::string, std::less<>>;

tl::unexpected<base::Error> refuse(std::string reason)
{
    return base::fail(base::ErrorCode::InvalidInput, std::move(reason));
}

Result<int> wholeNumber(const Options &options, std::string_view name, int minimum, int maximum)
{
    const auto found = options.find(name);
    if (found == options.end())
        return refuse(std::string(name) + ": this rule needs it");
    int value = 0;
    const std::string &text = found->second;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < minimum || value > maximum)
        return refuse(std::string(name) + ": must be a whole number from " + std::to_string(minimum) + " to "
                      + std::to_string(maximum));
    return value;
}

Result<Clock> applicable(std::optional<Clock> clock, std::string_view reason)
{
    if (!clock)
        return refuse(std::string(reason));
    return std::move(*clock);
}

Result<Clock> safetyCheck(const Profile &profile, base::Instant from, const Options &options, std::size_t which)
{
    TRY(const int age, wholeNumber(options, "age", 0, 130));
    const auto clocks = safetyCheckClocks(profile, from, age);
    if (clocks.empty())
        return refuse("age: the safety check is for people under 21");
    if (which >= clocks.size())
        return refuse("the profile states no outer limit in hours");
    return clocks[which];
}

Result<Clock> preAssessment(const Profile &profile, base::Instant from, const Options &options)
{
    TRY(const int age, wholeNumber(options, "age", 0, 130));
    return applicable(preAssessmentClock(profile, from, age), "age: the 14 days are for people under 21");
}

Result<Clock> firstAttempt(const Profile &profile, base::Instant from, const Options &options)
{
    const auto number = options.find("number");
    if (number != options.end() && number->second != "yes" && number->second != "no")
        return refuse("number: must be yes or no");
    const bool hasNumber = number == options.end() || number->second == "yes";
    return applicable(firstAttemptClock(profile, from, hasNumber),
                      "without a number the first attempt is letter or visit: see lob.letter");
}

Result<Clock> laterAttempt(const Profile &profile, base::Instant from, const Options &options)
{
    TRY(const int attempt, wholeNumber(options, "attempt", 2, 10));
    const auto last = options.find("last");
    if (last == options.end())
        return refuse("last: this rule needs the day of the last attempt");
    const auto day = base::parseDate(last->second);
    if (!day)
        return refuse("last: must be an existing day as YYYY-MM-DD");
    return applicable(laterAttemptClock(profile, from, attempt, startOfDay(*day)),
                      "attempt: the profile has fewer attempts");
}

struct Rule {
    std::string_view name;
    Result<Clock> (*compute)(const Profile &, base::Instant, const Options &);
    std::array<std::string_view, 2> options;
};

const std::array Rules{
    Rule{"lob.register",
         [](const Profile &, base::Instant from, const Options &) -> Result<Clock> { return registrationClock(from); },
         {}},
    Rule{"lob.safetyCheck",
         [](const Profile &profile, base::Instant from, const Options &options) {
             return safetyCheck(profile, from, options, 0);
         },
         {"age"}},
    Rule{"lob.safetyCheckLimit",
         [](const Profile &profile, base::Instant from, const Options &options) {
             return safetyCheck(profile, from, options, 1);
         },
         {"age"}},
    Rule{"lob.preAssessment", preAssessment, {"age"}},
    Rule{"lob.firstAttemptAim",
         [](const Profile &, base::Instant from, const Options &) -> Result<Clock> { return firstAttemptAim(from); },
         {}},
    Rule{"lob.firstAttempt", firstAttempt, {"number"}},
    Rule{"lob.attempt", laterAttempt, {"attempt", "last"}},
    Rule{"lob.letter",
         [](const Profile &profile, base::Instant from, const Options &) -> Result<Clock> {
             return letterClock(profile, from);
         },
         {}},
};

} // namespace

std::vector<std::string_view> lobRuleNames()
{
    std::vector<std::string_view> names;
    std::ranges::transform(Rules, std::back_inserter(names), &Rule::name);
    return names;
}

Result<Clock> lobDeadline(const Profile &profile, std::string_view rule, base::Date from, const Options &options)
{
    const auto found = std::ranges::find(Rules, rule, &Rule::name);
    if (found == Rules.end())
        return base::fail(base::ErrorCode::NotFound, "no rule of this name");
    for (const auto &[name, value] : options) {
        if (name.empty() || std::ranges::find(found->options, name) == found->options.end())
            return refuse("--with: this rule takes other options");
    }
    return found->compute(profile, startOfDay(from), options);
}

} // namespace faltakt::rules
