#pragma once

#include "core/rules/agenda_order.h"

#include <QString>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace faltakt::viewmodels {

/// One row of I dag: what it shows and what it leads to. A value, made in the store thread.
struct TodayRow {
    enum class Kind {
        Agenda,   ///< By a rule, an agreement or a task.
        Returned, ///< Changes that the server did not take.
        Conflict, ///< Two versions of a field.
        Draft,    ///< A form that was begun and not saved.
        Unsigned, ///< Own notes that are not signed.
        Scratch,  ///< A screening without a person.
        More,     ///< Stands for the rows of its group that are not made yet.
    };
    /// What the one button at the right does.
    enum class Verb { None, Ring, GoOn, Write, Finish, Sign, FillIn };

    std::string key;
    Kind kind = Kind::Agenda;
    Verb verb = Verb::None;

    QString heading; ///< Set on the first row of a group.
    QString headingCount;
    bool isFirst = false;
    bool isLast = false;
    // Rows of one person that stand together: the first one says the name.
    bool isFirstOfPerson = true;
    bool isLastOfPerson = true;
    QString iconName;
    QString who;
    QString what;
    QString when;
    QString ruleText;
    QString ruleTone;
    QString ruleIcon; ///< Empty: the tone's own.
    QString stateText;
    QString stateTone;
    QString actionIcon;
    QString actionText;

    base::CaseId caseId;
    base::RecordId record;                      ///< Of the agenda, the conflict, the draft or the unsigned note.
    std::optional<base::RecordId> child = {};   ///< Of a draft that is about one.
    std::optional<base::RecordId> changed = {}; ///< Of a draft: the record that it changes, where it says so.
    base::ScratchId scratch;                    ///< Of a scratch only.
    std::string field;                          ///< Of a conflict; of a draft: which form.
    std::string instrument;                     ///< Of an interview to go on with.
    store::AgendaEntry entry{};                 ///< Of the agenda.

    /// As far as anybody can see or do anything else.
    [[nodiscard]] bool operator==(const TodayRow &other) const;
};

/// Everything that I dag shows.
struct TodayContent {
    std::vector<TodayRow> rows;
    int calls = 0;                     ///< On the call list of today.
    int cases = 0;                     ///< On this device.
    bool isDoneToday = true;           ///< Nothing overdue and nothing for today.
    std::optional<base::Instant> next; ///< The next due time after today.
    std::array<int, 6> sorts{};        ///< Of each TodaySort, whatever the list is narrowed to; danger is none of them.
};

} // namespace faltakt::viewmodels
