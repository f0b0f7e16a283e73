#pragma once

#include "core/rules/case_facts.h"
#include "core/rules/lob_clocks.h"
#include "core/rules/lob_follow_up.h"

#include <vector>

namespace faltakt::rules {

/// The follow-up of ASI Grund, which the rule of that name counts from the interview.
inline constexpr std::string_view AsiFollowUpRule = "asi.followUp";
/// ASI at the follow-ups, and a follow-up when needs change: named as the settings that ask for them.
inline constexpr std::string_view FollowUpAsiRule = "followUp.asi";
inline constexpr std::string_view FollowUpAtChangeRule = "followUp.atChange";
/// Somebody has said yes to taking over a matter, and who asked has not read it.
inline constexpr std::string_view TakeoverAcceptedRule = "takeover.accepted";

/// The task that says that a danger is dealt with.
inline constexpr std::string_view DangerTask = "ownTask";

/// What the builders of rows look at. Borrows for the length of one projection.
struct RowContext {
    const Profile &profile;
    const CaseFacts &facts;
    const LobFollowUp &followUp;
};

using Rows = std::vector<store::AgendaEntry>;

/// The words for the first three kinds and for agreed times; the others are those of SourceKind.
inline constexpr std::string_view LifeKind = "life";
inline constexpr std::string_view ChildKind = "child";
inline constexpr std::string_view ViolenceKind = "violence";
inline constexpr std::string_view AgreedKind = "agreed";

/// Attempts, letter, and what comes when the attempts are over.
void addFollowUpRows(const RowContext &context, Rows &rows);
/// Registration, safety check, pre-assessment, the child unit's reports, support to be looked over.
void addReportRows(const RowContext &context, Rows &rows);
/// Worries about children that have no step yet, and safety checks in which nobody was reached.
void addWorryRows(const RowContext &context, Rows &rows);
/// The same, and the question that was not asked.
void addChildrenRows(const RowContext &context, Rows &rows);
/// Agreed next contacts, and asking again where that was allowed.
void addAppointmentRows(const RowContext &context, Rows &rows);
/// Whether to open an investigation when an expected child is born: asked again until then.
void addBirthRows(const RowContext &context, Rows &rows);
/// Danger that was said elsewhere than in a police report: first of all, whatever has become of the matter, until somebody says
/// that it is dealt with.
[[nodiscard]] base::Result<void> addDangerRows(base::CaseId caseId, const store::CaseReader &reader,
                                               const CaseFacts &facts, Rows &rows);
/// Tasks that people or the office made.
void addTaskRows(const RowContext &context, Rows &rows);
/// Deadline rules whose start is in a record of today, beside those of the reports: the follow-up of ASI.
void addDeadlineRows(const RowContext &context, Rows &rows);
/// What the municipality wants at the follow-up of help: ASI, and a follow-up when needs change. After addDeadlineRows().
void addHelpRows(const RowContext &context, Rows &rows);
/// Times that the days in acts have started (act_clocks.h).
void addActRows(const RowContext &context, Rows &rows);
/// Of a team's own case: visits of those who work alone.
[[nodiscard]] base::Result<void> addVisitRows(base::CaseId caseId, const store::CaseReader &reader, Rows &rows);
/// Questions to a colleague to take over the matter, and answers that were not read yet.
[[nodiscard]] base::Result<void> addTakeoverRows(base::CaseId caseId, const store::CaseReader &reader, Rows &rows);
/// Those who stand in: due when the last day is over.
[[nodiscard]] base::Result<void> addDeputyRows(base::CaseId caseId, const store::CaseReader &reader, Rows &rows);
/// Screenings and contacts that were begun and not finished; flags to be reviewed.
void addUnfinishedRows(const RowContext &context, Rows &rows);

/// True where a task of this sort about the report, or about no report but finished since then, is done; with
/// `orDropped` also where a worker has dropped it.
enum class Finish { Done, DoneOrDropped };
[[nodiscard]] bool isTaskFinished(const CaseFacts &facts, std::string_view what, const ReportFacts &report,
                                  Finish finish);

/// Tasks that the rules themselves would set; a no takes them away like the rows they stand for.
[[nodiscard]] bool isAutomaticTask(const TaskFacts &task);

[[nodiscard]] inline std::string kindWord(SourceKind kind) { return std::string(sourceKindName(kind)); }

} // namespace faltakt::rules
