#pragma once

#include "core/casework/contact_way.h"
#include "core/rules/agenda_order.h"
#include "core/rules/lob_follow_up.h"

#include <optional>
#include <vector>

namespace faltakt::rules {

/// One case with attempts to make, as the queue gets it.
struct CallCase {
    base::CaseId caseId;
    std::vector<store::AgendaEntry> rows; ///< the agenda of this case
    CaseFacts facts;
    std::vector<casework::CallChoice> numbers; ///< casework::callOrder
};

/// One call of the day. A value.
struct CallQueueItem {
    base::CaseId caseId;
    store::AgendaEntry entry;
    int attempt = 1;  ///< this one, from 1
    int attempts = 0; ///< as many as the profile wants
    std::optional<ContactFacts> last;
    std::optional<casework::CallChoice> number; ///< empty: another way is to be looked for
    Urgency urgency = Urgency::Later;
    bool isAgreed = false;    ///< the time was agreed with the person
    bool isHourTried = false; ///< an earlier attempt fell into this part of the day
};

/// "Ringlista": the attempts that can be made today, in working order. A first attempt comes into the queue on the day to aim
/// for, a later one on the day after the last; one with a booked time on its own day. Order: danger first; then times agreed
/// with the person that have come, or come within half an hour; then overdue, today and later; within these the hours not yet tried
/// before the others, then the due time. An agreed time that is still to come stands after what can be done now.
[[nodiscard]] std::vector<CallQueueItem> callQueue(const Profile &profile, const std::vector<CallCase> &cases,
                                                   base::Instant now);

} // namespace faltakt::rules
