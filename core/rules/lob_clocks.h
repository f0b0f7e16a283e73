#pragma once

#include "core/rules/deadline.h"
#include "core/rules/profile.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::rules {

/// A due time with its reason: what the rule is called, how binding it is, and how the time was counted.
struct Clock {
    base::Instant due;
    /// The rule names a day: `due` is that day's last second in Sweden.
    bool wholeDay = true;
    std::string rule; ///< such as "lob.firstAttempt"
    SourceKind kind = SourceKind::Default;
    std::string paragraph;   ///< paragraph of law, or the label of the guideline or default
    Explanation explanation; ///< one sentence with the arithmetic
};

// The clocks of the follow-up after a police report (LOB): the rules "lob.…" of assets/deadlines, as the rows want them. Pure;
// all count Swedish local days from `received`, the moment at which the report reached the board.

/// Registered on the day on which it came in.
[[nodiscard]] Clock registrationClock(base::Instant received);

/// The check whether protection is needed, for people under 21: by SoL 20:1 at once, so due when the report came.
/// A profile with an outer limit in hours (Norsjö: 24) adds a second clock, kind guideline. Empty for older people.
[[nodiscard]] std::vector<Clock> safetyCheckClocks(const Profile &profile, base::Instant received, int age);

/// Whether to open an investigation on somebody under 21: 14 days (SoL 20:2). Empty for older people.
[[nodiscard]] std::optional<Clock> preAssessmentClock(const Profile &profile, base::Instant received, int age);

/// The day to aim for with the first attempt: the next working day.
[[nodiscard]] Clock firstAttemptAim(base::Instant received);

/// The last day for the first attempt. Empty without a number to ring: the first attempt is then letter or visit and
/// follows letterClock.
[[nodiscard]] std::optional<Clock> firstAttemptClock(const Profile &profile, base::Instant received, bool hasNumber);

/// Attempt `attempt` (from 2) of the profile's number: its even share of the window, rolled back to a working day so
/// that it stays inside, but never before the working day after the last attempt. Empty beyond the number.
[[nodiscard]] std::optional<Clock> laterAttemptClock(const Profile &profile, base::Instant received, int attempt,
                                                     base::Instant lastAttempt);

/// When the letter shall have gone out.
[[nodiscard]] Clock letterClock(const Profile &profile, base::Instant received);

/// Closing, or the team leader's word on it: the next working day after the last of tries and letter.
[[nodiscard]] Clock conclusionClock(base::Instant lastStep);

/// What repeated reports call for; the person's count is never part of a list's wording.
enum class RepeatPrompt : std::uint8_t { None, OfferMeeting, ConsiderInvestigation };
[[nodiscard]] RepeatPrompt repeatPrompt(const Profile &profile, int reportsInTwelveMonths);

} // namespace faltakt::rules
