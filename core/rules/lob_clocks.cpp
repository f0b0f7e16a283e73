#include "core/rules/lob_clocks.h"

#include "core/casework/swedish_time.h"
#include "core/rules/swedish_calendar.h"

namespace faltakt::rules {

namespace {

using base::Date;
using base::Instant;

/// What the rule says of that start; empty where it does not answer.
std::optional<Clock> clockOf(const Profile &profile, std::string_view id, const DeadlineStart &start,
                             const KeyValues &keys = {})
{
    const DeadlineRule *rule = shippedDeadlineRules().rule(id);
    if (!rule)
        return std::nullopt;
    auto counted = countDeadline(*rule, start, keys, profile, shippedLawMap());
    if (!counted || !counted->due)
        return std::nullopt;
    return Clock{*counted->due,
                 counted->wholeDay,
                 std::move(counted->rule),
                 counted->kind,
                 std::move(counted->paragraph),
                 std::move(counted->explanation)};
}

/// The same for a rule that always answers. Were it not there, the row would be of its own day, without words.
Clock certainClock(const Profile &profile, std::string_view id, Instant start)
{
    auto clock = clockOf(profile, id, start);
    if (clock)
        return std::move(*clock);
    return {endOfDay(casework::swedishDate(start)), true, std::string(id), SourceKind::Default, {}, {}};
}

} // namespace

Clock registrationClock(Instant received) { return certainClock(emptyProfile(), "lob.register", received); }

std::vector<Clock> safetyCheckClocks(const Profile &profile, Instant received, int age)
{
    std::vector<Clock> clocks;
    for (const std::string_view rule : {"lob.safetyCheck", "lob.safetyCheckLimit"}) {
        if (auto clock = clockOf(profile, rule, received, {{"age", age}}))
            clocks.push_back(std::move(*clock));
    }
    return clocks;
}

std::optional<Clock> preAssessmentClock(const Profile &profile, Instant received, int age)
{
    return clockOf(profile, "lob.preAssessment", received, {{"age", age}});
}

Clock firstAttemptAim(Instant received) { return certainClock(emptyProfile(), "lob.firstAttemptAim", received); }

std::optional<Clock> firstAttemptClock(const Profile &profile, Instant received, bool hasNumber)
{
    return clockOf(profile, "lob.firstAttempt", received, {{"number", hasNumber}});
}

std::optional<Clock> laterAttemptClock(const Profile &profile, Instant received, int attempt, Instant lastAttempt)
{
    return clockOf(profile, "lob.attempt", received,
                   {{"attempt", attempt}, {"last", casework::swedishDate(lastAttempt)}});
}

Clock letterClock(const Profile &profile, Instant received)
{
    Clock clock = certainClock(profile, "lob.letter", received);
    const auto &toAll = profile.stated.lobLetterToAll;
    if (toAll && toAll->value && toAll->kind != clock.kind) {
        clock.explanation.sv += " Att alla får brev: " + toAll->source + ". Antalet dagar: " + clock.paragraph + ".";
        clock.explanation.en +=
            " That everybody gets a letter is the municipality's guideline; the number of days is a default.";
    }
    return clock;
}

Clock conclusionClock(Instant lastStep) { return certainClock(emptyProfile(), "lob.conclude", lastStep); }

RepeatPrompt repeatPrompt(const Profile &profile, int reportsInTwelveMonths)
{
    const auto investigation = profile.setting(&ProfileSettings::lobRepeatInvestigationAt);
    if (investigation && reportsInTwelveMonths >= investigation->value)
        return RepeatPrompt::ConsiderInvestigation;
    const auto meeting = profile.setting(&ProfileSettings::lobRepeatMeetingAt);
    return meeting && reportsInTwelveMonths >= meeting->value ? RepeatPrompt::OfferMeeting : RepeatPrompt::None;
}

} // namespace faltakt::rules
