#pragma once

#include "core/rules/attempt_plan.h"
#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::viewmodels {

// What the pages about contacts write and read on the store thread; every rule is core/rules'.

/// What one press of Save wrote.
struct AttemptSaved {
    std::vector<base::ChangeId> changes; ///< For undoing.
    base::RecordId contact;
    std::optional<base::Instant> nextAt; ///< The next time that is booked with it.
    std::string nextReason;              ///< Where the proposal was taken, its reason.
    std::string nextStep;                ///< Reason code of what the person's row on I dag says then; may be empty.
    bool endsFollowUp = false;
};

/// Whether the proposed next time is booked where the form names none.
enum class Booking { AsChosen, ProposedToo };

[[nodiscard]] base::Result<rules::CaseFacts> factsOfCase(const OpenStore &store, base::CaseId caseId);
/// The hours agreed for the number to ring first.
[[nodiscard]] base::Result<std::optional<rules::HourWindow>> agreedHoursOf(const OpenStore &store,
                                                                           const rules::CaseFacts &facts);

/// What to offer as the next time while none was chosen.
[[nodiscard]] base::Result<std::optional<rules::NextProposal>> proposalAfter(OpenStore &store, base::CaseId caseId,
                                                                             const rules::AttemptEntry &entry);

/// Saves the contact with all that follows from it, and takes the form away, in one transaction.
[[nodiscard]] base::Result<AttemptSaved> saveAttempt(OpenStore &store, base::CaseId caseId, rules::AttemptEntry entry,
                                                     Booking booking, std::optional<base::RecordId> form);

/// The same as drafts, one for each file that it writes in, for several people at one press. NotFound where the case is not
/// held.
[[nodiscard]] base::Result<std::vector<store::Draft>> draftsOfAttempt(OpenStore &store, base::CaseId caseId,
                                                                      const rules::AttemptEntry &entry);

/// Saves planned writes, and takes the form away where one is named, in one transaction.
[[nodiscard]] base::Result<std::vector<base::ChangeId>> saveWrites(OpenStore &store, base::CaseId caseId,
                                                                   const std::vector<rules::PlannedWrite> &writes,
                                                                   std::optional<base::RecordId> form = {});

/// After a save that may have ended the last row of a report: closes what is over, and adds that to the changes, so that one
/// undo takes both back. What was saved stays saved where this cannot be done; the next save asks again.
void endReports(OpenStore &store, base::CaseId caseId, std::vector<base::ChangeId> &changes);

/// What a row says is done, for the rows of rules::isDoneBySaying.
[[nodiscard]] base::Result<std::vector<base::ChangeId>> sayDone(OpenStore &store, base::CaseId caseId,
                                                                const store::AgendaEntry &row);

} // namespace faltakt::viewmodels
