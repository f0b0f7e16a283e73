#pragma once

#include "core/rules/case_facts.h"
#include "core/rules/profile.h"

#include <map>
#include <optional>
#include <vector>

namespace faltakt::rules {

/// Where the follow-up of a police report stands.
enum class FollowUpState : std::uint8_t {
    NotOurs,   ///< nothing to follow up here: no open report, no known person, a minor, switched off, or own worker's
    Stopped,   ///< the person said no: nothing automatic until a new report comes
    Concluded, ///< a talk came to something, or the person is already with us
    Trying,    ///< the next attempt is due
    Exhausted, ///< all attempts are made without a talk
};

enum class LetterState : std::uint8_t {
    NotNeeded, ///< no letter belongs here
    Pending,   ///< to be asked for
    Held,      ///< a person must look first; never sent by itself
    AsTask,    ///< somebody has a task for it
    Handled,   ///< asked for, sent, or dropped by a worker
};

/// The follow-up of the latest open report of a case; one talk answers for older ones too. A value.
struct LobFollowUp {
    FollowUpState state = FollowUpState::NotOurs;
    LetterState letter = LetterState::NotNeeded;
    std::optional<ReportFacts> report;
    bool hasNumber = false;
    int tries = 0;                         ///< attempts that count
    int attempts = 0;                      ///< attempts that the profile wants
    std::optional<ContactFacts> last;      ///< the latest contact since the report
    std::optional<ContactFacts> agreement; ///< the contact whose `nextAt` still stands
    std::optional<base::Instant> letterAt; ///< when the letter was asked for or sent
};

/// Which contacts count as one of the attempts: a call, message, visit or note that the person could have answered
/// and did not: no answer, hung up, someone else answered. A wrong or missing number does not count, since nobody
/// could have been reached by it: another way is looked for. Neither does a talk that only moved the time (call
/// later, not fit, needs interpreter, in hospital or custody, reached without a result): it books a new attempt.
/// A letter counts only where there is no number to ring. A message or note without outcome counts as sent; a call
/// or visit without outcome is an unfinished entry.
[[nodiscard]] bool countsAsAttempt(const ContactFacts &contact, bool hasNumber);

[[nodiscard]] LobFollowUp lobFollowUpOf(const Profile &profile, const CaseFacts &facts);

/// The number of each contact that counts as an attempt, counted anew for each report: for "Samtal, försök 2".
[[nodiscard]] std::map<base::RecordId, int> attemptNumbers(const CaseFacts &facts);

/// The contact whose agreed or booked time still stands: the latest with one that no later contact has met. A later
/// contact meets it on the same Swedish day or after it, or by booking another time.
[[nodiscard]] std::optional<ContactFacts> standingAppointment(const std::vector<ContactFacts> &contacts);

/// Danger signs, repeated reports or children: without contact the team leader chooses the next way, and closing is
/// not offered.
[[nodiscard]] bool needsTeamLeader(const Profile &profile, const CaseFacts &facts, const ReportFacts &report);

} // namespace faltakt::rules
