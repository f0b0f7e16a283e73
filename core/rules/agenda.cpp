#include "core/rules/agenda.h"

#include "core/casework/deputy.h"
#include "core/casework/visit_watch.h"
#include "core/rules/agenda_rows.h"

namespace faltakt::rules {

namespace {

/// Raised with every change of the code below that makes other rows from the same records.
constexpr std::string_view CodeVersion = "rules-6";

/// After a death nothing is sent and the person is not called. What remains is what concerns children, who may need it all the
/// more, and what a worker has set down for herself.
bool outlivesDeath(const TaskFacts &task) { return task.what == "children" || task.what == "ownTask"; }

} // namespace

FieldAgendaProjector::FieldAgendaProjector(Profile profile) : m_profile(std::move(profile)) {}

std::string FieldAgendaProjector::version() const
{
    return std::string(CodeVersion) + ":" + base::toHex(m_profile.hash);
}

bool FieldAgendaProjector::reads(std::string_view kind) const
{
    return readsKind(kind) || kind == "protectedPerson" || kind == "safetyTalk" || kind == casework::VisitWatch::Kind
           || kind == "colleague" || kind == "takeover" || kind == casework::Deputy::Kind;
}

base::Result<std::vector<store::AgendaEntry>> FieldAgendaProjector::agenda(base::CaseId caseId,
                                                                           const store::CaseReader &reader) const
{
    TRY(CaseFacts facts, readCaseFacts(caseId, reader));
    Rows rows;
    const bool isDeceased = facts.isDeceased();
    if (isDeceased)
        std::erase_if(facts.tasks, [](const TaskFacts &task) { return !outlivesDeath(task); });
    const LobFollowUp followUp = lobFollowUpOf(m_profile, facts);
    const RowContext context{m_profile, facts, followUp};
    addTaskRows(context, rows);
    if (facts.isTeam) {
        TRY_VOID(addVisitRows(caseId, reader, rows));
        addActRows(context, rows);
        return rows;
    }
    TRY_VOID(addDangerRows(caseId, reader, facts, rows));
    TRY_VOID(addTakeoverRows(caseId, reader, rows));
    TRY_VOID(addDeputyRows(caseId, reader, rows));
    if (facts.isClosed())
        return rows;
    if (isDeceased) {
        addWorryRows(context, rows);
        return rows;
    }
    addFollowUpRows(context, rows);
    addReportRows(context, rows);
    addChildrenRows(context, rows);
    addAppointmentRows(context, rows);
    addUnfinishedRows(context, rows);
    addDeadlineRows(context, rows);
    addHelpRows(context, rows);
    addBirthRows(context, rows);
    addActRows(context, rows);
    return rows;
}

} // namespace faltakt::rules
