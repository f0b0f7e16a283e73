#include "core/rules/lob_clocks.h"

#include "core/casework/swedish_time.h"
#include "core/rules/period_text.h"
#include "core/rules/swedish_calendar.h"

#include <algorithm>

namespace faltakt::rules {

namespace {

using base::Date;
using casework::swedishDate;

/// SoL 20:2 sets it for everybody; a profile cannot change it.
constexpr int PreAssessmentDays = 14;

constexpr std::string_view DefaultLabel = "Förval, inte lag";

std::string labelOf(const auto &figure) { return figure.source.empty() ? std::string(DefaultLabel) : figure.source; }

Clock dayClock(std::string rule, Date day, SourceKind kind, std::string paragraph, Explanation explanation)
{
    return {endOfDay(day), true, std::move(rule), kind, std::move(paragraph), std::move(explanation)};
}

/// "Label. Arithmetic." in both languages.
Explanation sentence(std::string_view sv, std::string_view en, const Explanation &arithmetic)
{
    return {std::string(sv) + ": " + arithmetic.sv + ".", std::string(en) + ": " + arithmetic.en + "."};
}

bool isUnderSafetyCheckAge(const Profile &profile, int age)
{
    const auto limit = profile.setting(&ProfileSettings::lobSafetyCheckUnderAge);
    return limit && age < limit->value;
}

} // namespace

base::json::Object toJson(const Clock &clock)
{
    const std::string due = clock.wholeDay ? base::formatDate(swedishDate(clock.due)) : base::formatInstant(clock.due);
    return {{"due", due},
            {"rule", clock.rule},
            {"kind", sourceKindName(clock.kind)},
            {"paragraph", clock.paragraph},
            {"explanation", clock.explanation.sv}};
}

Clock registrationClock(base::Instant received)
{
    const Date day = swedishDate(received);
    return dayClock("lob.register", day, SourceKind::Default, std::string(DefaultLabel),
                    sentence("Rapporten registreras samma dag som den kom in",
                             "The report is registered on the day it came in", dayText(day)));
}

std::vector<Clock> safetyCheckClocks(const Profile &profile, base::Instant received, int age)
{
    if (!isUnderSafetyCheckAge(profile, age))
        return {};
    const Explanation day = dayText(swedishDate(received));
    std::vector<Clock> clocks;
    clocks.push_back({received, false, "lob.safetyCheck", SourceKind::Law, "SoL 20:1",
                      sentence("Under 21 år: omedelbar skyddsbedömning när rapporten kommit in",
                               "Under 21: a safety check at once when the report has come in", day)});
    if (const auto hours = profile.setting(&ProfileSettings::lobSafetyCheckHours)) {
        const std::string count = std::to_string(hours->value);
        clocks.push_back(
            {received + std::chrono::hours(hours->value), false, "lob.safetyCheckLimit", hours->kind, labelOf(*hours),
             sentence("Lagen säger genast; riktlinjen sätter en yttre gräns på " + count + " timmar från",
                      "Law says at once; the guideline sets an outer limit of " + count + " hours from", day)});
    }
    return clocks;
}

std::optional<Clock> preAssessmentClock(const Profile &profile, base::Instant received, int age)
{
    if (!isUnderSafetyCheckAge(profile, age))
        return std::nullopt;
    const Date from = swedishDate(received);
    const Date end = addDays(from, PreAssessmentDays);
    return dayClock("lob.preAssessment", end, SourceKind::Law, "SoL 20:2",
                    sentence("Under 21 år: förhandsbedömning inom 14 dagar", "Under 21: pre-assessment within 14 days",
                             calendarDaysText(from, PreAssessmentDays, end)));
}

Clock firstAttemptAim(base::Instant received)
{
    const Date from = swedishDate(received);
    const Date day = nextWorkingDay(from);
    return dayClock(
        "lob.firstAttemptAim", day, SourceKind::Default, std::string(DefaultLabel),
        sentence("Sikta på nästa arbetsdag", "Aim for the next working day", workingDaysText(from, 1, day)));
}

std::optional<Clock> firstAttemptClock(const Profile &profile, base::Instant received, bool hasNumber)
{
    const auto figure = profile.setting(&ProfileSettings::lobFirstAttemptDays);
    if (!hasNumber || !figure)
        return std::nullopt;
    const Date from = swedishDate(received);
    const Date end = addWorkingDays(from, figure->value);
    return dayClock(
        "lob.firstAttempt", end, figure->kind, labelOf(*figure),
        sentence("Första försöket senast", "First attempt at latest", workingDaysText(from, figure->value, end)));
}

std::optional<Clock> laterAttemptClock(const Profile &profile, base::Instant received, int attempt,
                                       base::Instant lastAttempt)
{
    const auto attempts = profile.setting(&ProfileSettings::lobAttempts);
    const auto window = profile.setting(&ProfileSettings::lobAttemptWindowDays);
    if (!attempts || !window || attempt < 2 || attempt > attempts->value)
        return std::nullopt;
    const Date from = swedishDate(received);
    const int share = window->value * (attempt - 1) / (attempts->value - 1);
    const Date earliest = nextWorkingDay(swedishDate(lastAttempt));
    const Date end = std::max(workingDayOnOrBefore(addDays(from, share)), earliest);
    const std::string count = std::to_string(attempts->value);
    const std::string days = std::to_string(window->value);
    return dayClock("lob.attempt", end, window->kind, labelOf(*window),
                    sentence("Försök " + std::to_string(attempt) + " av " + count + " inom " + days
                                 + " dagar, en annan dag än förra",
                             "Attempt " + std::to_string(attempt) + " of " + count + " within " + days
                                 + " days, on another day than the last",
                             calendarDaysText(from, share, end)));
}

Clock letterClock(const Profile &profile, base::Instant received)
{
    // The product proposes a figure for the letter, so that there always is one.
    const auto figure = *profile.setting(&ProfileSettings::lobLetterDays);
    const auto toAll = profile.stated.lobLetterToAll;
    const Date from = swedishDate(received);
    const Date end = addWorkingDays(from, figure.value);
    Explanation text = sentence("Brevet senast", "The letter at latest", workingDaysText(from, figure.value, end));
    if (toAll && toAll->value && toAll->kind != figure.kind) {
        text.sv += " Att alla får brev: " + labelOf(*toAll) + ". Antalet dagar: " + labelOf(figure) + ".";
        text.en += " That everybody gets a letter is the municipality's guideline; the number of days is a default.";
    }
    return dayClock("lob.letter", end, figure.kind, labelOf(figure), std::move(text));
}

Clock conclusionClock(base::Instant lastStep)
{
    const Date from = swedishDate(lastStep);
    const Date day = nextWorkingDay(from);
    return dayClock("lob.conclude", day, SourceKind::Default, std::string(DefaultLabel),
                    sentence("Nästa arbetsdag efter sista försöket eller brevet",
                             "The next working day after the last attempt or the letter",
                             workingDaysText(from, 1, day)));
}

RepeatPrompt repeatPrompt(const Profile &profile, int reportsInTwelveMonths)
{
    const auto investigation = profile.setting(&ProfileSettings::lobRepeatInvestigationAt);
    if (investigation && reportsInTwelveMonths >= investigation->value)
        return RepeatPrompt::ConsiderInvestigation;
    const auto meeting = profile.setting(&ProfileSettings::lobRepeatMeetingAt);
    return meeting && reportsInTwelveMonths >= meeting->value ? RepeatPrompt::OfferMeeting : RepeatPrompt::None;
}

} // namespace faltakt::rules
