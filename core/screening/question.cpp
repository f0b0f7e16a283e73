#include "core/screening/question.h"

#include <algorithm>
#include <array>

namespace faltakt::screening {

namespace {

constexpr std::array<std::string_view, 6> TimeWindowCodes = {"lifetime",       "last-30-days", "last-6-months",
                                                             "last-12-months", "last-3-years", "since-last"};
constexpr std::array<std::string_view, 4> RatingCodes = {"days", "worry", "help", "interviewer"};
constexpr std::array<std::string_view, 4> ResultKindCodes = {"score", "criterion", "composite", "count"};

template <typename Enum, std::size_t Count>
std::optional<Enum> fromCode(const std::array<std::string_view, Count> &codes, std::string_view code) noexcept
{
    const auto found = std::ranges::find(codes, code);
    return found == codes.end() ? std::nullopt : std::optional(Enum(found - codes.begin()));
}

bool equals(const Answer &answer, const Answer &expected)
{
    if (answer.kind() != Answer::Kind::Options)
        return answer == expected;
    const auto wanted = expected.position();
    const std::vector<std::size_t> chosen = answer.positions();
    return wanted && std::ranges::find(chosen, *wanted) != chosen.end();
}

/// Empty where the two have no order.
std::optional<std::strong_ordering> order(const Answer &answer, const Answer &expected)
{
    if (answer.integer() && expected.integer())
        return *answer.integer() <=> *expected.integer();
    if (answer.decimal() && expected.decimal())
        return *answer.decimal() <=> *expected.decimal();
    if (answer.date() && expected.date())
        return answer.date()->compare(*expected.date());
    return std::nullopt;
}

} // namespace

std::string_view timeWindowCode(TimeWindow window) noexcept { return TimeWindowCodes[std::size_t(window)]; }

std::optional<TimeWindow> timeWindowFromCode(std::string_view code) noexcept
{
    return fromCode<TimeWindow>(TimeWindowCodes, code);
}

std::string_view ratingCode(Rating rating) noexcept { return RatingCodes[std::size_t(rating)]; }

std::optional<Rating> ratingFromCode(std::string_view code) noexcept { return fromCode<Rating>(RatingCodes, code); }

std::string_view resultKindCode(ResultKind kind) noexcept { return ResultKindCodes[std::size_t(kind)]; }

std::optional<std::size_t> Question::findOption(std::string_view code) const noexcept
{
    for (std::size_t i = 0; i < options.size(); ++i)
        if (options[i].code == code)
            return i;
    return std::nullopt;
}

int Question::minWeight() const noexcept
{
    return options.empty() ? 0 : std::ranges::min_element(options, {}, &AnswerOption::weight)->weight();
}

int Question::maxWeight() const noexcept
{
    return options.empty() ? 0 : std::ranges::max_element(options, {}, &AnswerOption::weight)->weight();
}

bool Condition::holds(const Answer *answer) const
{
    // "None of them" was said, but is no answer that FHIR can hold or test.
    const bool isNone = answer && answer->kind() == Answer::Kind::Options && answer->positions().empty();
    const bool isThere = answer && answer->hasValue() && !isNone;
    if (comparison == Operator::Exists || comparison == Operator::Missing)
        return isThere == (comparison == Operator::Exists);
    if (comparison == Operator::Equals || comparison == Operator::NotEquals)
        return (isThere && equals(*answer, *expected)) == (comparison == Operator::Equals);
    const auto ordering = isThere ? order(*answer, *expected) : std::nullopt;
    if (!ordering)
        return false;
    switch (comparison) {
    case Operator::Greater: return *ordering > 0;
    case Operator::Less: return *ordering < 0;
    case Operator::GreaterOrEqual: return *ordering >= 0;
    default: break;
    }
    return *ordering <= 0;
}

} // namespace faltakt::screening
