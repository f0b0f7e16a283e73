#include "core/rules/next_contact.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

namespace {

using namespace std::chrono_literals;

/// The search goes on from the day after this, so that a week has passed.
constexpr auto NearlyAWeek = std::chrono::days(6);

constexpr std::array<std::string_view, 4> GoesOn = {"tookAdvice", "wantsToApply", "investigationOpened", "bookedVisit"};

} // namespace

std::optional<NextProposal> proposeNextContact(std::string_view outcome, std::string_view result, base::Instant at,
                                               const std::optional<HourWindow> &agreedHours)
{
    if (outcome != "reached" || std::ranges::find(GoesOn, result) == GoesOn.end())
        return std::nullopt;
    return NextProposal{proposeNextAttempt({}, at + NearlyAWeek, agreedHours), "nextTalk"};
}

} // namespace faltakt::rules
