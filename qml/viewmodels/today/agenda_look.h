#pragma once

#include "core/base/language.h"
#include "core/rules/profile.h"
#include "qml/viewmodels/today/today_row.h"

namespace faltakt::viewmodels {

/// How a row of the agenda looks: what it stands for decides its icon and its button, how binding its rule is decides its
/// chip. Used by I dag and by a person's next steps.
struct AgendaLook {
    QString iconName;
    QString what;
    QString when;
    QString ruleText; ///< Empty for the worker's own tasks, which no rule asks for.
    QString ruleTone;
    QString ruleIcon;
    TodayRow::Verb verb = TodayRow::Verb::None;
};

/// `task` is the record behind a row of a task, where it was read.
[[nodiscard]] AgendaLook lookOf(const store::AgendaEntry &entry, const store::RecordView *task,
                                const rules::Profile &profile, base::Instant now, base::Language language);

/// True for the attempts to reach somebody: the rows of the call list.
[[nodiscard]] bool isAttemptRow(const store::AgendaEntry &entry);
/// What the page about a person's children answers; what a safety check does.
[[nodiscard]] bool isChildrenRow(const store::AgendaEntry &entry);
[[nodiscard]] bool isSafetyCheckRow(const store::AgendaEntry &entry);

/// Without the team's own case.
[[nodiscard]] int countPeople(const std::vector<store::CaseRow> &cases);
/// Takes away what concerns one colleague alone.
void dropOthersRows(std::vector<store::AgendaRow> &rows, base::WorkerId worker);

} // namespace faltakt::viewmodels
