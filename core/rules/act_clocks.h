#pragma once

#include "core/rules/case_facts.h"
#include "core/rules/deadline.h"

#include <string>
#include <vector>

namespace faltakt::rules {

/// A time that the days in an act have started and nobody has ended.
struct ActClock {
    const DeadlineRule *rule = nullptr; ///< Of shippedDeadlineRules().
    Deadline deadline;                  ///< With a due time.
    std::string event;                  ///< That started it.
};

/// The field's clocks of one act, in the order of the rules: those that count from one of its days, hold for this person, and are
/// neither ticked off nor ended by a later act or by what the matter has become. Rules of the reports of the police are theirs
/// alone. Several starts of one rule count from the first that answers.
///
/// What ends a clock: a day of its own act (`ends/RULE`: the reply that came); a later act that `replaces/RULE`, for what there
/// is one of at a time, a plan or a SIP; and a later act that ends the rule and starts nothing itself, a consent taken back or a
/// proposal, where it can mean one act alone: the one that was given on the day it names (`gives/given`), else the only one that
/// was open then. Where it might mean several it ends none: a row too many is ticked off, a reminder that nobody misses is lost.
[[nodiscard]] std::vector<ActClock> actClocks(const CaseFacts &facts, const store::RecordView &act,
                                              const Profile &profile);

/// The reason code of such a row: "act:" and the rule. Its words say what to do and name no form.
[[nodiscard]] std::string actReason(std::string_view rule);
[[nodiscard]] bool isActReason(std::string_view reason) noexcept;

/// The field of an act that says when a rule of it was ticked off.
[[nodiscard]] std::string settledField(std::string_view rule);

} // namespace faltakt::rules
