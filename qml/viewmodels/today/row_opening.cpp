#include "qml/viewmodels/today/row_opening.h"

#include "core/rules/act_clocks.h"
#include "core/rules/agenda.h"
#include "core/rules/agenda_rows.h"
#include "core/rules/report_ends.h"
#include "qml/viewmodels/child/protection_form.h"
#include "qml/viewmodels/contact/lob_sheet_form.h"
#include "qml/viewmodels/day/met_people.h"
#include "qml/viewmodels/today/agenda_look.h"

namespace faltakt::viewmodels {

bool openStepPage(Router &router, const TodayRow &step)
{
    if (isChildrenRow(step.entry))
        router.openChildren(step.caseId);
    else if (isSafetyCheckRow(step.entry))
        router.openProtection(step.caseId, "safetyCheck");
    else if (step.entry.rule.starts_with("lob."))
        router.openLobContact(step.caseId, step.record);
    else if (rules::isActReason(step.entry.reason) || step.entry.rule == rules::DangerRule)
        router.openRecord(step.caseId, step.record);
    else
        return false;
    return true;
}

void openFormOfRow(Router &router, const TodayRow &row)
{
    if (row.entry.rule == "lob.childUnit")
        router.openProtection(row.caseId, "concernReport");
    else if (row.entry.rule == rules::FollowUpAtChangeRule)
        router.openAct({row.caseId, std::string(rules::FollowUpForm)});
    else
        router.openAct({row.caseId, std::string(rules::PreAssessmentForm)});
}

void openUnsignedRow(Router &router, const TodayRow &row)
{
    if (row.instrument.empty())
        router.openRecord(row.caseId, row.record);
    else
        router.openResult(row.caseId, row.record);
}

void openDraftPage(Router &router, const TodayRow &row)
{
    const auto caseId = row.caseId.isNil() ? std::nullopt : std::optional(row.caseId);
    if (row.field == "note")
        router.openNote(caseId, row.record);
    else if (row.field == MetForm::Name)
        router.openDay(DayPage::MetToday);
    else if (caseId && row.field == "act")
        router.openAct({*caseId, row.instrument, row.changed});
    else if (row.field == "checkIn")
        router.openCheckIn();
    else if (row.field == "deputy")
        router.openDeputies(caseId);
    else if (row.field == LobSheetForm::Name)
        router.openLobSheet();
    else if (row.field == "newPerson")
        router.openNewPerson({});
    else if (!caseId || row.field == "contact")
        router.openContact(caseId, row.record);
    else if (row.field == "takeover")
        router.openTakeover(*caseId, row.record);
    else if (row.field == "letter")
        router.openLetter(*caseId, row.record);
    else if (row.field == "fileClosing")
        router.openClosing(*caseId);
    else if (row.field == "stageMoving")
        router.openStage(*caseId);
    else if (row.field == "lobContact")
        router.openLobContact(*caseId);
    else if (protectionForm(row.field))
        router.openProtection(*caseId, row.field, row.child);
    else if (row.field == "recordEdit")
        router.openRecord(*caseId, row.record);
    else // A sheet over the person's page, which opens again with it.
        router.openPerson(*caseId);
}

} // namespace faltakt::viewmodels
