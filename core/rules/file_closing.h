#pragma once

#include "core/rules/attempt_plan.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// One way to close a matter, and what stands against it.
struct ClosingWay {
    std::string_view code; ///< codes::CaseClosedAs
    std::string obstacle;  ///< A code with words in attempt_choices.h; empty where nothing stands against it.
};

/// All ways, in the order in which a page offers them. Beside what children hold up, in this file and in those tied to it:
/// "noContact" ends no worry (what closingObstacle says of the follow-up), a no with a danger sign in an open report is the
/// team leader's, and nothing is "done" while a police report is still being followed up ("reportOpen").
[[nodiscard]] std::vector<ClosingWay> closingWays(const Profile &profile, const CaseFacts &facts,
                                                  const std::vector<CaseFacts> &tied = {});

/// Whether this way wants a reason in words: all but a death, which says it itself.
[[nodiscard]] bool wantsClosingReason(std::string_view closedAs) noexcept;

/// What the case's own record says once the matter is closed. Refused with the code of the obstacle, "closed" where it is
/// closed, "team" for a team's own file; InvalidInput "closedAs" for no such way, "closedReason" without a reason.
[[nodiscard]] base::Result<base::json::Object> planFileClosing(const Profile &profile, const CaseFacts &facts,
                                                               std::string_view closedAs, const std::string &reason,
                                                               base::Instant at,
                                                               const std::vector<CaseFacts> &tied = {});

/// How many police reports are open and end with the matter.
[[nodiscard]] int openReports(const CaseFacts &facts) noexcept;
/// What ends them, for the same save: no report stays open in a closed file. Each tells why with the matter's words; its own
/// tasks go, and a letter that was asked for and has not gone goes no more where nobody is there to read it.
[[nodiscard]] std::vector<PlannedWrite> planReportsEnd(const Profile &profile, const CaseFacts &facts,
                                                       std::string_view closedAs, const std::string &reason,
                                                       base::Instant at);

/// Why a closed matter is opened: something new came in, which is an intake, or it was closed by mistake and goes on from
/// where it was. What was refused before is no such reason.
enum class ReopeningCause : std::uint8_t { NewEvent, Mistake };

/// The same for opening it. `closedFrom`: the stage that it had; without one a mistake leads to an intake as well. Why it
/// was closed stays to be read. Refused "open" where it is not closed; InvalidInput "reopenedReason" without a reason.
[[nodiscard]] base::Result<base::json::Object> planReopening(const CaseFacts &facts, ReopeningCause cause,
                                                             const std::string &closedFrom, const std::string &reason,
                                                             base::Instant at);

/// How long the file is kept after it is closed, counted from that day: the law's words and its place.
struct Keeping {
    std::string sentence;
    std::string paragraph;
    std::string
        keepDays; ///< Days of birth whose files are kept, as the municipality states them; empty where it does not.
    std::string source; ///< Of these.
};
[[nodiscard]] std::optional<Keeping> keepingOf(const Profile &profile, base::Date lastNote, Language language);

} // namespace faltakt::rules
