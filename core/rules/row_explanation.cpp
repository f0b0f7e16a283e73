#include "core/rules/row_explanation.h"

#include "core/base/date_words.h"
#include "core/casework/swedish_time.h"
#include "core/rules/act_clocks.h"
#include "core/rules/agenda_rows.h"
#include "core/rules/lob_clocks.h"
#include "core/rules/lob_follow_up.h"
#include "core/rules/next_attempt.h"
#include "core/rules/period_text.h"
#include "core/rules/swedish_calendar.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

using base::inLanguage;

namespace {

/// A row that no deadline rule stands behind, or whose words are other ones than that rule's.
struct RowWords {
    std::string_view rule;
    std::string_view titleSv;
    std::string_view titleEn;
    std::string_view kind;
    std::string_view sv;
    std::string_view en;
};

constexpr std::array RowsWithoutDeadline{
    RowWords{"lob.nextAttempt", "Bokat försök", "Booked attempt", "agreed", "", ""},
    RowWords{"lob.letterHeld", "Brevet väntar", "The letter waits", "default",
             "Brevet går inte av sig självt. Se först över kortet.",
             "The letter does not go by itself. Look over the card first."},
    RowWords{"lob.teamLeader", "Teamledaren väljer nästa väg", "The team leader chooses the next way", "default",
             "Utan kontakt avslutas uppföljningen inte av sig själv.",
             "Without contact the follow-up is not closed by itself."},
    RowWords{"lob.childUnit", "Barnenheten tar över", "The child unit takes over", "default",
             "Rapporter om den som är yngre än åldersgränsen hör till barnenheten.",
             "Reports on somebody younger than the age limit belong to the child unit."},
    RowWords{"lob.considerInvestigation", "Ta ställning till utredning", "Consider an investigation", "default",
             "Ska vara gjort inom tiden för försöken.", "To be done within the time of the attempts."},
    RowWords{"lob.reviewSupport", "Se över stödet", "Look over the support", "default",
             "Ska vara gjort inom tiden för försöken.", "To be done within the time of the attempts."},
    RowWords{"lob.newReport", "Ny rapport att läsa", "New report to read", "default", "", ""},
    RowWords{"children.atCustody", "Barn fanns i närheten", "Children were present", "default",
             "Rapporten säger att barn var med. Ingen har ännu frågat hur de har det.",
             "The report says that children were there. Nobody has asked yet how they are."},
    RowWords{"safetyCheck.ring", "Ring teamledaren", "Ring the team leader", "default",
             "Frågorna är svarade, men ingen är nådd. Ring teamledaren eller socialjouren nu.",
             "The questions are answered, but nobody has been reached. Ring the team leader or social services out of "
             "hours now."},
    RowWords{"children.notAsked", "Fråga om barn", "Ask about children", "default",
             "I samtalet frågades det inte om barn. Nästa arbetsdag.",
             "The talk did not ask about children. The next working day."},
    RowWords{"contact.mayAskAgain", "Får kontaktas igen", "May be contacted again", "agreed",
             "Personen har sagt från när det går bra att höra av sig.",
             "The person has said from when it is all right to get in touch."},
    RowWords{"contact.next", "Avtalad kontakt", "Agreed contact", "agreed",
             "Tiden är överenskommen i den senaste kontakten.", "The time was agreed in the latest contact."},
    RowWords{FollowUpAsiRule, "ASI inför uppföljningen", "ASI before the follow-up", "guideline",
             "Kommunen följer upp med ASI. Görs inom en månad före uppföljningen.",
             "The municipality follows up with ASI. Done within a month before the follow-up."},
    RowWords{
        FollowUpAtChangeRule, "Följ upp när något ändras", "Follow up when something changes", "guideline",
        "Något nytt har kommit sedan planen eller den senaste uppföljningen. Ska vara gjort inom tiden för försöken.",
        "Something new has come since the plan or the latest follow-up. To be done within the time of the attempts."},
    RowWords{"contact.finish", "Skriv klart kontakten", "Finish the contact entry", "default",
             "Kontakten är påbörjad utan att det står hur den gick. Nästa arbetsdag.",
             "The contact was begun without saying how it went. The next working day."},
    RowWords{"assessment.finish", "Frågor påbörjade", "Questions begun", "default",
             "Frågorna är påbörjade och inte avslutade. Nästa arbetsdag.",
             "The questions were begun and not finished. The next working day."},
    RowWords{"visit.open", "Incheckad på besök", "Checked in on a visit", "agreed",
             "Du har sagt när du räknar med att vara klar. Kommer ingen utcheckning till servern larmar den teamet.",
             "You have said when you expect to be done. If no check-out reaches the server it alarms the team."},
    RowWords{"visit.alarm", "Ingen utcheckning", "No check-out", "default",
             "Tiden för besöket är ute på serverns klocka, och ingen utcheckning har kommit dit.",
             "By the server's clock the time of the visit is over, and no check-out has come there."},
    RowWords{"takeover.asked", "Ta över ett ärende", "Take over a matter", "agreed",
             "En kollega har frågat. Ansvaret flyttas först när någon tar över. Nästa arbetsdag.",
             "A colleague has asked. The responsibility moves when somebody takes over. The next working day."},
    RowWords{"takeover.waiting", "Väntar på svar", "Waits for an answer", "agreed",
             "Du är ansvarig tills någon har tagit över.", "You are responsible until somebody has taken over."},
    RowWords{"takeover.declined", "Nej till att ta över", "No to taking over", "agreed",
             "Du är fortfarande ansvarig. Fråga någon annan.", "You are still responsible. Ask somebody else."},
    RowWords{"takeover.accepted", "Ja till att ta över", "Yes to taking over", "agreed",
             "Du är inte längre ansvarig. Har teamet inte akten försvinner personen när du har läst svaret.",
             "You are not responsible any more. Unless the team has the file the person leaves once you have read it."},
    RowWords{"deputy", "Ersättare", "Deputy", "agreed",
             "En kollega har utsett dig. Ärendet lämnar din enhet av sig självt när sista dagen är slut.",
             "A colleague has named you. The matter leaves your device by itself when the last day is over."},
    RowWords{"danger.now", "Följ upp genast", "Follow up at once", "default",
             "Det som skrevs ska följas upp genast. Raden står kvar tills du säger att det är omhändertaget.",
             "What was written is to be followed up at once. The row stays until you say that it is taken care of."},
    RowWords{"flag.review", "Se över det som är noterat", "Look over what is noted", "default",
             "Det som är noterat på kortet ses över den dag som valdes då.",
             "What is noted on the card is looked over on the day chosen then."},
    RowWords{"task", "Uppgift", "Task", "own", "Någon har lagt uppgiften med den här tiden.",
             "Somebody has set the task with this time."},
};

/// The rule of assets/deadlines behind a row: mostly of the same name.
std::string_view deadlineOf(std::string_view row) { return row == "children.worry" ? "concern.report" : row; }

RowExplanation rowOf(const RowWords &words, Language language)
{
    return {.rule = std::string(words.rule),
            .title = std::string(inLanguage(language, words.titleSv, words.titleEn)),
            .kind = std::string(words.kind),
            .label = bindingLabel(words.kind, {}, language),
            .arithmetic = std::string(inLanguage(language, words.sv, words.en))};
}

/// What the rule itself says, by the law of the row's day; a row without a day is of the law of today and later.
RowExplanation rowOf(const store::AgendaEntry &entry, const DeadlineRule &rule, const Profile &profile,
                     Language language)
{
    const base::Date day = entry.due ? casework::swedishDate(*entry.due)
                                     : base::Date(std::chrono::year(LastCalendarYear) / std::chrono::January / 1);
    const Binding binding = bindingOf(rule, day, profile, shippedLawMap());
    return {.rule = entry.rule,
            .title = rule.title.in(language),
            .kind = std::string(sourceKindName(binding.kind)),
            .label = bindingLabel(sourceKindName(binding.kind), binding.paragraph, language),
            .arithmetic = {}};
}

/// The rule counted once more from its start.
void explainCounted(RowExplanation &row, const DeadlineRule &rule, base::Instant start, const Profile &profile,
                    Language language)
{
    const auto counted = countDeadline(rule, start, {}, profile, shippedLawMap());
    if (!counted)
        return;
    row.kind = sourceKindName(counted->kind);
    row.label = bindingLabel(row.kind, counted->paragraph, language);
    row.arithmetic = language == Language::Swedish ? counted->explanation.sv : counted->explanation.en;
}

/// The clock of an act, counted once more.
void explainAct(RowExplanation &row, const store::AgendaEntry &entry, const CaseFacts &facts, const Profile &profile,
                Language language)
{
    const auto act = std::ranges::find(facts.acts, entry.record, &store::RecordView::id);
    if (act == facts.acts.end())
        return;
    for (const ActClock &clock : actClocks(facts, *act, profile)) {
        if (clock.rule->id != entry.rule)
            continue;
        row.kind = sourceKindName(clock.deadline.kind);
        row.label = bindingLabel(row.kind, clock.deadline.paragraph, language);
        row.arithmetic = language == Language::Swedish ? clock.deadline.explanation.sv : clock.deadline.explanation.en;
    }
}

/// When the interview behind a row about its follow-up was done.
std::optional<base::Instant> interviewOf(const store::AgendaEntry &entry, const CaseFacts &facts)
{
    const auto found = std::ranges::find(facts.assessments, entry.record, &store::RecordView::id);
    if (entry.rule != AsiFollowUpRule || found == facts.assessments.end())
        return std::nullopt;
    return found->instant("completedAt");
}

const ReportFacts *reportOf(const store::AgendaEntry &entry, const CaseFacts &facts)
{
    const auto found = std::ranges::find(facts.reports, entry.record, &ReportFacts::id);
    return found == facts.reports.end() ? nullptr : &*found;
}

/// The clock behind a row about a report; empty where the rule counts nothing.
std::optional<Clock> clockOf(std::string_view rule, const ReportFacts &report, const Profile &profile,
                             const CaseFacts &facts)
{
    const LobFollowUp followUp = lobFollowUpOf(profile, facts);
    if (rule == "lob.register")
        return registrationClock(report.received);
    if (rule == "lob.safetyCheck" && report.age) {
        const auto clocks = safetyCheckClocks(profile, report.received, *report.age);
        return clocks.empty() ? std::nullopt : std::optional(clocks.front());
    }
    if (rule == "lob.preAssessment" && report.age)
        return preAssessmentClock(profile, report.received, *report.age);
    if (rule == "lob.firstAttemptAim" || rule == "lob.newReport")
        return firstAttemptAim(report.received);
    if (rule == "lob.firstAttempt")
        return firstAttemptClock(profile, report.received, true);
    if (rule == "lob.letter")
        return letterClock(profile, report.received);
    if (rule == "lob.attempt" && followUp.last && countsAsAttempt(*followUp.last, followUp.hasNumber))
        return laterAttemptClock(profile, report.received, followUp.tries + 1, followUp.last->at);
    if (rule == "lob.conclude" || rule == "lob.teamLeader") {
        base::Instant last = followUp.last ? followUp.last->at : report.received;
        if (followUp.letterAt)
            last = std::max(last, *followUp.letterAt);
        return conclusionClock(last);
    }
    return std::nullopt;
}

std::string dayIn(base::Instant instant, Language language)
{
    return base::dayWordsWithYear(casework::swedishDate(instant), language);
}

void append(std::string &text, const std::string &sentence)
{
    if (!sentence.empty())
        text += (text.empty() ? "" : " ") + sentence;
}

/// A booked time: with whom it was agreed, and on which day.
void explainBooked(RowExplanation &row, const LobFollowUp &followUp, Language language)
{
    if (!followUp.agreement)
        return;
    const std::string day = dayIn(followUp.agreement->at, language);
    if (followUp.agreement->isAgreement()) {
        row.arithmetic =
            std::string(inLanguage(language, "Tiden bestämdes i kontakten ", "The time was set in the contact of "))
            + day + ".";
        return;
    }
    row.kind = "own";
    row.label = bindingLabel("own", {}, language);
    row.arithmetic =
        std::string(inLanguage(language, "Tiden bokades efter försöket ", "The time was booked after the attempt of "))
        + day + ".";
}

/// A next attempt after something that only moved the time.
void explainAfterContact(RowExplanation &row, const LobFollowUp &followUp, Language language)
{
    if (!followUp.last)
        return;
    const int days = followUp.last->outcome == "inInstitution" ? InstitutionPauseDays : 1;
    const base::Date from = casework::swedishDate(followUp.last->at);
    const Explanation counted = workingDaysText(from, days, addWorkingDays(from, days));
    row.arithmetic =
        std::string(inLanguage(language, "Räknat från den senaste kontakten: ", "Counted from the latest contact: "))
        + (language == Language::Swedish ? counted.sv : counted.en) + ".";
}

std::string inWords(const Clock &clock, Language language)
{
    return language == Language::Swedish ? clock.explanation.sv : clock.explanation.en;
}

/// What a municipality adds to the law's "at once": how long the check may take at most.
std::string outerLimit(const ReportFacts &report, const Profile &profile, Language language)
{
    const auto clocks = safetyCheckClocks(profile, report.received, report.age.value_or(0));
    return clocks.size() < 2 ? std::string() : inWords(clocks[1], language);
}

void explainReportRow(RowExplanation &row, const store::AgendaEntry &entry, const ReportFacts &report,
                      const Profile &profile, const CaseFacts &facts, Language language)
{
    const auto clock = clockOf(entry.rule, report, profile, facts);
    const LobFollowUp followUp = lobFollowUpOf(profile, facts);
    if (!clock) {
        if (entry.rule == "lob.nextAttempt")
            explainBooked(row, followUp, language);
        else if (entry.rule == "lob.attempt")
            explainAfterContact(row, followUp, language);
        return;
    }
    row.kind = sourceKindName(clock->kind);
    row.label = bindingLabel(row.kind, clock->paragraph, language);
    append(row.arithmetic, inWords(*clock, language));
    if (entry.rule == "lob.safetyCheck")
        append(row.arithmetic, outerLimit(report, profile, language));
    if (entry.due && *entry.due != clock->due)
        append(row.arithmetic,
               std::string(inLanguage(language, "En uppgift har flyttat det till ", "A task has moved it to "))
                   + dayIn(*entry.due, language) + ".");
}

/// A task says itself how binding it is.
void explainTask(RowExplanation &row, const store::AgendaEntry &entry, const CaseFacts &facts, Language language)
{
    const auto task = std::ranges::find(facts.tasks, entry.record, &TaskFacts::id);
    if (task == facts.tasks.end())
        return;
    row.title = agendaReasonText(entry.reason, language);
    row.kind = task->basis.empty() ? "own" : task->basis;
    row.label = bindingLabel(row.kind, {}, language);
}

template <typename T>
std::string sourceOf(const Profile &profile, Setting<T> ProfileSettings::*member)
{
    const auto figure = profile.setting(member);
    return figure ? figure->source : std::string();
}

/// Whose guideline asks for a row that stands on a setting and on no deadline rule.
std::string settingSourceOf(std::string_view rule, const Profile &profile)
{
    if (rule == "lob.reviewSupport")
        return sourceOf(profile, &ProfileSettings::lobIntensifyKnown);
    if (rule == FollowUpAsiRule)
        return sourceOf(profile, &ProfileSettings::followUpAsi);
    return rule == FollowUpAtChangeRule ? sourceOf(profile, &ProfileSettings::followUpAtChange) : std::string();
}

} // namespace

std::string bindingLabel(std::string_view kind, std::string_view paragraph, Language language)
{
    const auto with = [&](std::string_view word) {
        return paragraph.empty() ? std::string(word) : std::string(word) + ": " + std::string(paragraph);
    };
    if (kind == "law")
        return with(inLanguage(language, "Lag", "Law"));
    if (kind == "guideline")
        return with(inLanguage(language, "Riktlinje", "Guideline"));
    if (kind == "default")
        return std::string(inLanguage(language, "Förval, inte lag", "Default, not law"));
    if (kind == "agreed")
        return std::string(inLanguage(language, "Överenskommet", "Agreed"));
    return kind == "own" ? std::string(inLanguage(language, "Eget val", "Own choice")) : std::string(kind);
}

RowExplanation explainRow(const store::AgendaEntry &entry, const Profile &profile, const CaseFacts &facts,
                          Language language)
{
    const auto *const words = std::ranges::find(RowsWithoutDeadline, entry.rule, &RowWords::rule);
    const DeadlineRule *deadline = shippedDeadlineRules().rule(deadlineOf(entry.rule));
    if (words == RowsWithoutDeadline.end() && !deadline)
        return {entry.rule, entry.rule, entry.kind, bindingLabel(entry.kind, {}, language), {}};
    RowExplanation row =
        words != RowsWithoutDeadline.end() ? rowOf(*words, language) : rowOf(entry, *deadline, profile, language);
    if (const ReportFacts *report = reportOf(entry, facts))
        explainReportRow(row, entry, *report, profile, facts, language);
    if (entry.rule == "children.worry" && entry.due)
        explainCounted(row, *deadline, *entry.due, profile, language);
    if (const auto interview = interviewOf(entry, facts))
        explainCounted(row, *deadline, *interview, profile, language);
    if (isActReason(entry.reason))
        explainAct(row, entry, facts, profile, language);
    if (entry.rule == "task")
        explainTask(row, entry, facts, language);
    if (const std::string source = settingSourceOf(entry.rule, profile); !source.empty() && entry.kind == "guideline") {
        row.kind = entry.kind;
        row.label = bindingLabel(entry.kind, source, language);
    }
    return row;
}

} // namespace faltakt::rules
