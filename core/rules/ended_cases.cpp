#include "core/rules/ended_cases.h"

#include "core/casework/deputy.h"
#include "core/rules/agenda.h"

#include <algorithm>

namespace faltakt::rules {

using base::Result;

Result<void> leaveEndedCases(store::CaseStore &cases, base::Instant counted)
{
    TRY(const auto due, cases.agendaDue(DeputyRule, counted));
    const std::string self = cases.owner().worker.toString();
    std::vector<base::CaseId> leaving;
    for (const store::AgendaRow &row : due) {
        if (isOthersRow(row.entry, cases.owner().worker) || std::ranges::find(leaving, row.caseId) != leaving.end())
            continue;
        TRY(const auto records, cases.recordsOfKind(row.caseId, casework::Deputy::Kind));
        TRY(const auto card, cases.card(row.caseId));
        bool leaves = false;
        bool standsElse = card && card->card.responsible == self;
        for (const store::RecordView &record : records) {
            const casework::Deputy deputy = casework::readDeputy(record);
            if (deputy.to != self)
                continue;
            const bool isOver = deputy.hasDays() && casework::closesAfter(*deputy.lastDay) <= counted;
            leaves = leaves || (isOver && deputy.leaves);
            standsElse = standsElse || (!isOver && deputy.isInForce(counted));
        }
        if (leaves && !standsElse)
            leaving.push_back(row.caseId);
    }
    return cases.leaveCases(leaving);
}

} // namespace faltakt::rules
