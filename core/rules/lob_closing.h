#pragma once

#include "core/rules/attempt_plan.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::rules {

/// Why no letter may go to the person at all, as a code: protectedIdentity, deceased, noAddress. Empty where it may,
/// also where somebody has to look first (LobFollowUp::letter is then Held).
[[nodiscard]] std::optional<std::string> letterObstacle(const CaseFacts &facts);

/// "Skicka brev": asks the office for the letter of the report, puts it in the timeline, and finishes an open letter
/// task about it. Refused with the code of letterObstacle, or "asked" where it was asked for before; NotFound without
/// the report.
[[nodiscard]] base::Result<std::vector<PlannedWrite>> planLetter(const CaseFacts &facts, base::RecordId report,
                                                                 base::Instant at, base::UuidMaker &ids);

/// Why the follow-up may not be closed as "noContact" yet: teamLead (danger sign, repeated reports or children),
/// childrenWorry (a worry without a step), attempts (some are left), letter (not asked for). Empty where it may.
[[nodiscard]] std::optional<std::string> closingObstacle(const Profile &profile, const CaseFacts &facts);

/// Closes the report of the follow-up without contact, with a reason, and the open follow-up task with it. Refused with the
/// code of closingObstacle; InvalidInput without a reason; NotFound where no report is followed up.
[[nodiscard]] base::Result<std::vector<PlannedWrite>> planClosing(const Profile &profile, const CaseFacts &facts,
                                                                  std::string reason, base::Instant at);

} // namespace faltakt::rules
