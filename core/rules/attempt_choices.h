#pragma once

#include "core/base/instant.h"
#include "core/rules/agenda_text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

// What a page about an attempt offers, so that no page decides it.

/// The outcomes with a button of their own, in their order; the others stand behind "Fler".
[[nodiscard]] std::vector<std::string_view> mainOutcomes();
[[nodiscard]] std::vector<std::string_view> otherOutcomes();

/// What is asked after an outcome. Only the outcome itself is ever wanted.
struct OutcomeFollowUp {
    bool talk = false;            ///< alone, children, result, own wish
    bool nextTime = false;        ///< a next time is proposed
    bool mayContactAgain = false; ///< asked once
    bool interpreter = false;     ///< which language
    bool endsEverything = false;  ///< shown back before it is saved: it stops tries and letter
};
[[nodiscard]] OutcomeFollowUp followUpOf(std::string_view outcome);

/// When one may be in touch again after a no: month, quarter, halfYear, or anyTime, which names no day.
[[nodiscard]] std::vector<std::string_view> contactAgainCodes();
[[nodiscard]] std::string contactAgainText(std::string_view code, Language language);
/// The beginning of that Swedish day; empty for anyTime and what is no such code.
[[nodiscard]] std::optional<base::Instant> contactAgainFrom(std::string_view code, base::Instant at);

/// Words for a code that says why something may not be done, or why a letter waits: codes of letterObstacle,
/// closingObstacle and PersonFacts::letterHold. For the person's own page, never for lists. Raw where unknown.
[[nodiscard]] std::string obstacleText(std::string_view code, Language language);
[[nodiscard]] std::vector<std::string_view> obstacleCodes();

} // namespace faltakt::rules
