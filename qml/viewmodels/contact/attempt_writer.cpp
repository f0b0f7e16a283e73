#include "qml/viewmodels/contact/attempt_writer.h"

#include "core/casework/contact_way.h"
#include "core/rules/agenda_order.h"
#include "core/rules/next_contact.h"
#include "qml/viewmodels/form/form_saving.h"

#include <map>

namespace faltakt::viewmodels {

using base::Result;

Result<rules::CaseFacts> factsOfCase(const OpenStore &store, base::CaseId caseId)
{
    rules::CaseFacts facts;
    TRY_VOID(store.cases.readCase(caseId, [&](const store::CaseReader &reader) -> Result<void> {
        TRY(facts, rules::readCaseFacts(caseId, reader));
        return {};
    }));
    return facts;
}

Result<std::optional<rules::HourWindow>> agreedHoursOf(const OpenStore &store, const rules::CaseFacts &facts)
{
    if (!facts.hasPerson)
        return std::optional<rules::HourWindow>();
    TRY(const auto person, store.cases.record(facts.personRecord));
    if (!person)
        return std::optional<rules::HourWindow>();
    const auto numbers = casework::callOrder(casework::readContactWays(*person), false);
    if (numbers.empty())
        return std::optional<rules::HourWindow>();
    return rules::agreedHours(numbers.front().way.hours);
}

namespace {

/// A talk that came to something leaves no attempt; what is then offered is the next meeting of the two.
std::optional<rules::NextProposal> proposalOf(const rules::AttemptPlan &plan, const rules::AttemptEntry &entry,
                                              const std::optional<rules::HourWindow> &hours)
{
    return plan.proposal ? plan.proposal : rules::proposeNextContact(entry.outcome, entry.result, entry.at, hours);
}

Result<std::string> nextStepOf(const OpenStore &store, base::CaseId caseId)
{
    TRY(auto rows, store.cases.agendaOfCase(caseId));
    rules::sortAgenda(rows, store.clock.now(), &store::AgendaRow::entry);
    return rows.empty() ? std::string() : rows.front().entry.reason;
}

Result<store::Draft> draftOf(const OpenStore &store, base::CaseId caseId,
                             const std::vector<rules::PlannedWrite> &writes)
{
    std::map<base::RecordId, changelog::RecordState> states;
    for (const rules::PlannedWrite &write : writes) {
        if (write.isNew)
            continue;
        TRY(auto state, store.cases.recordState(write.record));
        if (state)
            states.insert_or_assign(write.record, std::move(*state));
    }
    store::Draft draft;
    draft.caseId = caseId;
    TRY(draft.sets, rules::makeSets(writes, [&](base::RecordId record) -> const changelog::RecordState * {
            const auto found = states.find(record);
            return found == states.end() ? nullptr : &found->second;
        }));
    return draft;
}

} // namespace

Result<std::optional<rules::NextProposal>> proposalAfter(OpenStore &store, base::CaseId caseId,
                                                         const rules::AttemptEntry &entry)
{
    TRY(const auto facts, factsOfCase(store, caseId));
    TRY(const auto hours, agreedHoursOf(store, facts));
    TRY(const auto plan, rules::planAttempt(store.profile, facts, entry, hours, store.cases.owner().worker, store.ids));
    return proposalOf(plan, entry, hours);
}

Result<AttemptSaved> saveAttempt(OpenStore &store, base::CaseId caseId, rules::AttemptEntry entry, Booking booking,
                                 std::optional<base::RecordId> form)
{
    TRY(const auto facts, factsOfCase(store, caseId));
    TRY(const auto hours, agreedHoursOf(store, facts));
    const base::WorkerId worker = store.cases.owner().worker;
    AttemptSaved saved;
    TRY(auto plan, rules::planAttempt(store.profile, facts, entry, hours, worker, store.ids));
    if (booking == Booking::ProposedToo && !entry.nextAt && plan.proposal) {
        entry.nextAt = plan.proposal->at;
        saved.nextReason = plan.proposal->reason;
        TRY(plan, rules::planAttempt(store.profile, facts, entry, hours, worker, store.ids));
    }
    TRY(saved.changes, saveWrites(store, caseId, plan.writes, form));
    saved.contact = plan.contact;
    saved.nextAt = entry.nextAt;
    saved.endsFollowUp = plan.endsFollowUp;
    TRY(saved.nextStep, nextStepOf(store, caseId));
    return saved;
}

Result<store::Draft> draftOfAttempt(OpenStore &store, base::CaseId caseId, const rules::AttemptEntry &entry)
{
    TRY(const auto facts, factsOfCase(store, caseId));
    TRY(const auto hours, agreedHoursOf(store, facts));
    TRY(const auto plan, rules::planAttempt(store.profile, facts, entry, hours, store.cases.owner().worker, store.ids));
    return draftOf(store, caseId, plan.writes);
}

Result<std::vector<base::ChangeId>> saveWrites(OpenStore &store, base::CaseId caseId,
                                               const std::vector<rules::PlannedWrite> &writes,
                                               std::optional<base::RecordId> form)
{
    TRY(const store::Draft draft, draftOf(store, caseId, writes));
    return saveAndTakeForm(store, draft, form);
}

} // namespace faltakt::viewmodels
