#pragma once

#include "core/rules/agenda_text.h"
#include "core/rules/lob_follow_up.h"
#include "core/rules/next_attempt.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// A time for the next attempt with the reason for it, as a code.
struct NextProposal {
    base::Instant at;
    std::string reason; ///< otherTime, personsTime, rested, interpreter, institution, otherWay, talkAgain
};

/// When to try next, seen from the case as it is after the latest contact. Empty where no attempt is due any more.
[[nodiscard]] std::optional<NextProposal> proposeNext(const CaseFacts &facts, const LobFollowUp &followUp,
                                                      const std::optional<HourWindow> &agreedHours = std::nullopt);

/// One short sentence; a code of a newer version is given back as it is.
[[nodiscard]] std::string nextReasonText(std::string_view reason, Language language);
/// Every code that proposeNext gives.
[[nodiscard]] std::vector<std::string_view> nextReasonCodes();

} // namespace faltakt::rules
