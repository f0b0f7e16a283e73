#include "qml/viewmodels/today/agenda_look.h"

#include "core/base/text.h"
#include "core/casework/case_projector.h"
#include "core/casework/moment_words.h"
#include "core/casework/timeline_text.h"
#include "core/rules/agenda.h"
#include "core/rules/agenda_text.h"
#include "core/rules/row_explanation.h"
#include "qml/viewmodels/shell/language.h"

#include <QCoreApplication>

#include <array>

namespace faltakt::viewmodels {

using Verb = TodayRow::Verb;

namespace {

QString words(const char *text) { return QCoreApplication::translate("AgendaLook", text); }

struct Look {
    std::string_view reason;
    const char *icon;
    Verb verb;
};

constexpr std::array Looks = {
    Look{"lobAttempt", "phone", Verb::Ring},
    Look{"lobOtherWay", "footprints", Verb::Ring},
    Look{"lobWithInterpreter", "phone", Verb::Ring},
    Look{"lobTalkAgain", "phone", Verb::Ring},
    Look{"lobInstitution", "phone", Verb::Ring},
    Look{"letter", "mail", Verb::None},
    Look{"letterHeld", "mail", Verb::None},
    Look{"lobTeamLeader", "users", Verb::Finish},
    Look{"lobClose", "file-check", Verb::None},
    Look{"register", "file-text", Verb::Finish},
    Look{"safetyCheck", "life-buoy", Verb::None},
    Look{"preAssessment", "file-text", Verb::FillIn},
    Look{"childUnit", "baby", Verb::FillIn},
    Look{"reviewSupport", "list-checks", Verb::Finish},
    Look{"considerInvestigation", "list-checks", Verb::FillIn},
    Look{"newReport", "file-text", Verb::Finish},
    Look{"childrenWorry", "baby", Verb::None},
    Look{"childrenAtCustody", "baby", Verb::None},
    Look{"birthDecide", "baby", Verb::None},
    Look{"safetyCheckRing", "life-buoy", Verb::None},
    Look{"childrenNotAsked", "baby", Verb::None},
    Look{"mayAskAgain", "calendar-clock", Verb::Write},
    Look{"nextContact", "calendar-clock", Verb::Write},
    Look{"bookedVisit", "house-plus", Verb::Write},
    Look{"assessmentInProgress", "clipboard-list", Verb::GoOn},
    Look{"asiFollowUp", "clipboard-list", Verb::None},
    Look{"asiAtFollowUp", "clipboard-list", Verb::None},
    Look{"followUpAtChange", "list-checks", Verb::FillIn},
    Look{"contactUnfinished", "pen-line", Verb::Write},
    Look{"dangerNow", "siren", Verb::Finish},
    Look{"flagReview", "flag", Verb::None},
    Look{"takeoverAsked", "users", Verb::None},
    Look{"takeoverAskedTeam", "users", Verb::None},
    Look{"takeoverWaiting", "users", Verb::None},
    Look{"takeoverWaitingTeam", "users", Verb::None},
    Look{"takeoverDeclined", "users", Verb::None},
    Look{"takeoverAccepted", "users", Verb::None},
    Look{"deputy", "users", Verb::None},
    Look{"act", "calendar-clock", Verb::Finish},
    Look{"visitOpen", "map-pin", Verb::None},
    Look{"visitAlarm", "siren", Verb::None},
    Look{"visitAlarmSeen", "siren", Verb::None},
    Look{"visitAlarmOffice", "siren", Verb::None},
    Look{"task:followUpLob", "phone", Verb::Ring},
    Look{"task:letter", "mail", Verb::Finish},
    Look{"task:letterHeld", "mail", Verb::Finish},
    Look{"task:nextContact", "calendar-clock", Verb::Write},
    Look{"task:children", "baby", Verb::Finish},
    Look{"task:newReport", "file-text", Verb::Finish},
    Look{"task:ownTask", "square-check", Verb::Finish},
    Look{"task:knownElsewhere", "users", Verb::Finish},
};

constexpr Look AnyTask{"task", "list-checks", Verb::Finish};
constexpr Look AnyRow{"", "list-checks", Verb::None};

Look findLook(const std::string &reason)
{
    const auto parts = base::split(reason, ':');
    const bool isTask = parts.front() == "task";
    const std::string name = isTask && parts.size() > 1 ? "task:" + parts[1] : parts.front();
    const auto found = std::ranges::find(Looks, name, &Look::reason);
    if (found != Looks.end())
        return *found;
    return isTask ? AnyTask : AnyRow;
}

/// Danger says what goes first, not how binding the rule behind it is; the rule itself says that.
bool saysBinding(std::string_view kind)
{
    return kind == "law" || kind == "guideline" || kind == "default" || kind == "agreed";
}

struct Binding {
    std::string kind;
    std::string label;
};

Binding bindingOf(const store::AgendaEntry &entry, const store::RecordView *task, const rules::Profile &profile,
                  base::Language language)
{
    if (task && entry.rule == "task") {
        const std::string basis = task->text("basis").empty() ? "own" : task->text("basis");
        return {basis, rules::bindingLabel(basis, {}, language)};
    }
    // Without the case: what the rule itself says. A list reads no files.
    const auto explained = rules::explainRow(entry, profile, {}, language);
    if (!saysBinding(entry.kind) || entry.kind == explained.kind)
        return {explained.kind, explained.label};
    return {entry.kind, rules::bindingLabel(entry.kind, {}, language)};
}

QString whatOf(const store::AgendaEntry &entry, const store::RecordView *task, base::Language language)
{
    const QString reason = text(rules::agendaReasonText(entry.reason, language));
    if (entry.reason.starts_with("assessmentInProgress"))
        return words(QT_TRANSLATE_NOOP("AgendaLook", "%1: %2"))
            .arg(reason, text(casework::instrumentName(entry.reason.substr(entry.reason.find(':') + 1), language)));
    if (!task || task->text("text").empty())
        return reason;
    if (task->text("what") == "ownTask")
        return text(task->text("text"));
    return words(QT_TRANSLATE_NOOP("AgendaLook", "%1: %2")).arg(reason, text(task->text("text")));
}

} // namespace

bool isAttemptRow(const store::AgendaEntry &entry)
{
    return entry.rule == "lob.firstAttemptAim" || entry.rule == "lob.firstAttempt" || entry.rule == "lob.attempt"
           || entry.rule == "lob.nextAttempt";
}

bool isChildrenRow(const store::AgendaEntry &entry)
{
    return entry.rule.starts_with("children.") || entry.rule == "birth.decide";
}

bool isSafetyCheckRow(const store::AgendaEntry &entry)
{
    return entry.rule == "safetyCheck.ring" || entry.reason == "safetyCheck";
}

AgendaLook lookOf(const store::AgendaEntry &entry, const store::RecordView *task, const rules::Profile &profile,
                  base::Instant now, base::Language language)
{
    const Look found = findLook(entry.reason);
    const Binding binding = bindingOf(entry, task, profile, language);
    AgendaLook look{.iconName = QString::fromLatin1(found.icon),
                    .what = whatOf(entry, task, language),
                    .when = text(casework::dueWords(entry.due, now, language)),
                    .ruleText = {},
                    .ruleTone = {},
                    .ruleIcon = {},
                    .verb = found.verb};
    if (binding.kind == "own")
        return look;
    look.ruleText = text(binding.label);
    const bool isAgreed = binding.kind == "agreed";
    look.ruleTone = isAgreed ? QStringLiteral("plain") : text(binding.kind);
    look.ruleIcon = isAgreed ? QStringLiteral("handshake") : QString();
    return look;
}

int countPeople(const std::vector<store::CaseRow> &cases)
{
    return int(
        std::ranges::count_if(cases, [](const store::CaseRow &row) { return row.card.stage != casework::TeamStage; }));
}

void dropOthersRows(std::vector<store::AgendaRow> &rows, base::WorkerId worker)
{
    std::erase_if(rows, [&](const store::AgendaRow &row) { return rules::isOthersRow(row.entry, worker); });
}

} // namespace faltakt::viewmodels
