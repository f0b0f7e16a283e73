#pragma once

#include "core/rules/attempt_plan.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::rules {

/// Why no letter may go to the person at all, as a code: protectedIdentity, deceased, noAddress. Empty where it may,
/// also where somebody has to look first (LobFollowUp::letter is then Held).
[[nodiscard]] std::optional<std::string> letterObstacle(const CaseFacts &facts);

/// Why a letter that was asked for does not go: an obstacle, a wish for no contact, that somebody keeps it back, or a hold that
/// whoever asked had not seen. Empty where it may be printed. Device and office ask the same.
[[nodiscard]] std::string letterWait(const CaseFacts &facts, const ReportFacts &report);

/// "Skicka brev": asks the office for the letter of the report, puts it in the timeline, notes which holds were seen, lets go
/// one that was kept back, and finishes an open letter task about it. Refused with the code of letterObstacle, or "asked" where it was asked for before
/// and waits for nothing; NotFound without the report.
[[nodiscard]] base::Result<std::vector<PlannedWrite>> planLetter(const CaseFacts &facts, base::RecordId report,
                                                                 base::Instant at, base::UuidMaker &ids);

/// It has gone: its day on the report, and an entry in the timeline with how it went (codes::LetterWay; empty: not said).
/// Refused with the code of letterWait, "sent" where it went before, "notAsked" where nobody asked; InvalidInput where it
/// would have gone before that.
[[nodiscard]] base::Result<std::vector<PlannedWrite>> planLetterSent(const CaseFacts &facts, base::RecordId report,
                                                                     base::Instant at, base::UuidMaker &ids,
                                                                     std::string_view way = {});

/// What a worker keeps a letter back for: a code of codes::LetterHold, and words of her own.
struct LetterHolding {
    std::string why;
    std::string reason;
};

/// Keeps back a letter that was asked for, until somebody lets it go by planLetter. Refused with "sent" and "notAsked",
/// InvalidInput without a code.
[[nodiscard]] base::Result<std::vector<PlannedWrite>> planLetterHold(const CaseFacts &facts, base::RecordId report,
                                                                     const LetterHolding &holding);

/// The office cannot send it: a task for the person's worker, once. Empty where the letter may go, or the task is there.
[[nodiscard]] std::vector<PlannedWrite> planLetterHeld(const CaseFacts &facts, base::RecordId report,
                                                       const std::string &responsible, base::UuidMaker &ids);

} // namespace faltakt::rules
