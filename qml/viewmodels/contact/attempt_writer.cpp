#include "qml/viewmodels/contact/attempt_writer.h"

#include "core/casework/contact_way.h"
#include "core/rules/agenda_order.h"
#include "core/rules/next_contact.h"
#include "core/rules/report_ends.h"
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
    TRY(const auto person, store.cases.record(facts.phoneRecord));
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

/// One draft for each file: of a file that is tied to another one, what is learned of the person stands on both cards.
Result<std::vector<store::Draft>> draftsOf(const OpenStore &store, base::CaseId caseId,
                                           const std::vector<rules::PlannedWrite> &writes)
{
    std::map<base::RecordId, changelog::RecordState> states;
    std::map<base::CaseId, std::vector<rules::PlannedWrite>> writesOf{{caseId, {}}};
    for (const rules::PlannedWrite &write : writes) {
        base::CaseId home = caseId;
        if (!write.isNew) {
            TRY(auto state, store.cases.recordState(write.record));
            if (state) {
                home = state->caseId();
                states.insert_or_assign(write.record, std::move(*state));
            }
        }
        writesOf[home].push_back(write);
    }
    std::vector<store::Draft> drafts;
    for (const auto &[home, planned] : writesOf) {
        store::Draft &draft = drafts.emplace_back();
        draft.caseId = home;
        TRY(draft.sets, rules::makeSets(planned, [&](base::RecordId record) -> const changelog::RecordState * {
                const auto found = states.find(record);
                return found == states.end() ? nullptr : &found->second;
            }));
    }
    std::erase_if(drafts, [&](const store::Draft &draft) { return draft.sets.empty(); });
    return drafts;
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

Result<std::vector<store::Draft>> draftsOfAttempt(OpenStore &store, base::CaseId caseId,
                                                  const rules::AttemptEntry &entry)
{
    TRY(const auto facts, factsOfCase(store, caseId));
    TRY(const auto hours, agreedHoursOf(store, facts));
    TRY(const auto plan, rules::planAttempt(store.profile, facts, entry, hours, store.cases.owner().worker, store.ids));
    return draftsOf(store, caseId, plan.writes);
}

Result<std::vector<base::ChangeId>> saveWrites(OpenStore &store, base::CaseId caseId,
                                               const std::vector<rules::PlannedWrite> &writes,
                                               std::optional<base::RecordId> form)
{
    TRY(const auto drafts, draftsOf(store, caseId, writes));
    TRY(auto changes, form ? store.cases.saveFromForm(*form, drafts) : store.cases.saveAll(drafts));
    endReports(store, caseId, changes);
    return changes;
}

void endReports(OpenStore &store, base::CaseId caseId, std::vector<base::ChangeId> &changes)
{
    const auto ended = [&]() -> Result<std::vector<base::ChangeId>> {
        TRY(const auto facts, factsOfCase(store, caseId));
        const auto writes = rules::planReportEnds(store.profile, facts);
        if (writes.empty())
            return std::vector<base::ChangeId>();
        TRY(const auto drafts, draftsOf(store, caseId, writes));
        return store.cases.saveAll(drafts);
    }();
    if (ended)
        changes.insert(changes.end(), ended->begin(), ended->end());
}

Result<std::vector<base::ChangeId>> sayDone(OpenStore &store, base::CaseId caseId, const store::AgendaEntry &row)
{
    TRY(const auto facts, factsOfCase(store, caseId));
    TRY(const auto writes, rules::planSaying(facts, row, store.clock.now(), store.cases.owner().worker, store.ids));
    return saveWrites(store, caseId, writes);
}

} // namespace faltakt::viewmodels
