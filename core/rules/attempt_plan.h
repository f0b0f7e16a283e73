#pragma once

#include "core/changelog/record_state.h"
#include "core/rules/lob_follow_up.h"
#include "core/rules/next_proposal.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace faltakt::rules {

/// What a worker has chosen about one contact or attempt. Only the outcome is wanted; all else may be empty.
struct AttemptEntry {
    std::string way = "call"; ///< codes::ContactMode
    std::string outcome;      ///< codes::ContactOutcome; empty for a message or note that was only sent
    base::Instant at;
    std::string result; ///< codes::ContactResult: what came of a talk
    std::string alone;
    std::string children;
    std::string closePerson;  ///< somebody near the person who needs support
    std::string agreesToNext; ///< consent to the next step
    std::string mayContactAgain;
    std::optional<base::Instant> mayContactAt;
    /// The next time that was chosen: the proposal, or another one. Empty: none is booked.
    std::optional<base::Instant> nextAt;
    std::string interpreter; ///< BCP 47, where the talk showed that one is needed
    std::string ownWish;
    std::string text;
    std::optional<base::json::Object> briefAdvice;
    base::json::Object more = {};       ///< further fields of the contact's record, which no rule looks at
    std::optional<base::RecordId> task; ///< the task that this contact answers
    /// Id that the contact's record shall have, where a form has kept one; otherwise one is made.
    std::optional<base::RecordId> record;
};

/// One record to make, or fields of one to set anew.
struct PlannedWrite {
    bool isNew = false;
    base::RecordId record;
    std::string kind;
    base::json::Object fields;
};

/// Everything that one press of Save writes after an attempt, in one transaction. A value.
struct AttemptPlan {
    base::RecordId contact;
    std::vector<PlannedWrite> writes;
    LobFollowUp after;                    ///< where the follow-up stands when this is written
    std::optional<NextProposal> proposal; ///< what to offer while no next time was chosen
    bool endsFollowUp = false;            ///< the report is closed with this
};

/// From the case and the choice to the records.
/// - A no (outcome or result) drops the automatic tasks, takes an unsent letter back, and closes the report as declined; with a
///   danger sign the report stays open for the team leader.
/// - A death is noted on the card, drops every task but those on children and the worker's own, and closes the report.
/// - A talk that came to something closes the report where no other rule still wants something of it. A letter that is
///   to go to all becomes a task of its own, held for a person where it must not go out by itself.
/// - Whatever only moves the time moves an open follow-up task with it.
/// - What belongs to a talk (its result, brief advice) is written with a talk alone; whether the person can talk freely, what
///   was said of children and of later contact only where the person was on the line.
/// - Somebody close who needs support becomes a task of the next working day: to say where support is to be had. Without a
///   name: the support is that person's own.
/// - A wish to apply becomes a task of the same day: an application counts from the moment it is spoken.
/// - Tries without contact never close anything (see planClosing).
/// InvalidInput for an outcome that does not exist, or a next time that does not lie after the contact.
[[nodiscard]] base::Result<AttemptPlan> planAttempt(const Profile &profile, const CaseFacts &facts,
                                                    const AttemptEntry &entry,
                                                    const std::optional<HourWindow> &agreedHours, base::WorkerId worker,
                                                    base::UuidMaker &ids);

/// Looks up the state of a record that the case holds; nullptr where it is not here.
using StateLookup = std::function<const changelog::RecordState *(base::RecordId)>;

/// The sets for the store. NotFound where a record to be set anew is missing.
[[nodiscard]] base::Result<std::vector<changelog::RecordSet>> makeSets(const std::vector<PlannedWrite> &writes,
                                                                       const StateLookup &states);

} // namespace faltakt::rules
