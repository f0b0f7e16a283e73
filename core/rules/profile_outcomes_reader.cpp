#include "core/casework/record_codes.h"
#include "core/rules/profile_member_reader.h"
#include "core/rules/profile_part_readers.h"

#include <algorithm>
#include <array>
#include <span>

namespace faltakt::rules {

namespace {

using base::Date;
using base::Result;

constexpr std::size_t MaxLaws = 4;

// Without these a page could not be left: an attempt succeeds, fails, is refused, or nobody is left to reach.
constexpr std::array<std::string_view, 4> NeededAttempts{"reached", "noAnswer", "declined", "deceased"};
constexpr std::array<std::string_view, 3> NeededResults{"declined", "didNotFit", "passedToChildUnit"};

struct Kind {
    std::span<const std::string_view> known;
    std::span<const std::string_view> needed;
};

Result<ProfileOutcomes> readOutcomes(const PathReader &reader, const Kind &kind, const std::string &profile)
{
    TRY_VOID(allowWithStatement(reader, {"codes"}));
    ProfileOutcomes outcomes;
    TRY(const auto readers, reader.objects("codes", kind.known.size()));
    for (const PathReader &each : readers) {
        TRY_VOID(each.allowOnly({"code", "name"}));
        ProfileOutcome outcome;
        TRY(outcome.code, each.oneOf("code", kind.known));
        TRY(outcome.name, readWordsIfThere(each, "name", ProfileTextLength));
        if (std::ranges::find(outcomes.codes, outcome.code, &ProfileOutcome::code) != outcomes.codes.end())
            return each.refuse("code", "is there twice");
        outcomes.codes.push_back(std::move(outcome));
    }
    for (const std::string_view code : kind.needed) {
        if (std::ranges::find(outcomes.codes, code, &ProfileOutcome::code) == outcomes.codes.end())
            return reader.refuse("codes", "must hold " + std::string(code));
    }
    TRY_VOID(readStatement(reader, profile, outcomes));
    return outcomes;
}

Result<ProfileLaw> readLaw(const PathReader &reader, const std::string &profile)
{
    TRY_VOID(allowWithStatement(reader, {"law", "from", "until"}));
    ProfileLaw law;
    TRY(law.law, reader.oneOf("law", SocialServicesActs));
    if (reader.has("from")) {
        TRY(law.from, reader.date("from"));
    }
    if (reader.has("until")) {
        TRY(law.until, reader.date("until"));
        if (law.from && *law.until < *law.from)
            return reader.refuse("until", "lies before from");
    }
    TRY_VOID(readStatement(reader, profile, law));
    return law;
}

/// One law takes over on the day after the one before it.
Result<void> checkOrder(const PathReader &reader, const std::vector<ProfileLaw> &laws)
{
    for (std::size_t index = 1; index < laws.size(); ++index) {
        const std::optional<Date> &end = laws[index - 1].until;
        const std::optional<Date> &start = laws[index].from;
        const auto at = [](std::size_t law, std::string_view member) {
            return "laws[" + std::to_string(law) + "]." + std::string(member);
        };
        if (!end)
            return reader.refuse(at(index - 1, "until"), "is missing: another law comes after it");
        if (!start)
            return reader.refuse(at(index, "from"), "is missing: another law comes before it");
        if (std::chrono::sys_days(*start) != std::chrono::sys_days(*end) + std::chrono::days(1))
            return reader.refuse(at(index, "from"), "must be the day after the law before it");
    }
    return {};
}

} // namespace

Result<void> readProfileLaws(const PathReader &reader, Profile &profile)
{
    if (!reader.has("laws"))
        return {};
    TRY(const auto readers, reader.objects("laws", MaxLaws));
    if (readers.empty())
        return reader.refuse("laws", "must not be empty");
    for (const PathReader &each : readers) {
        TRY(ProfileLaw law, readLaw(each, profile.id));
        if (std::ranges::find(profile.laws, law.law, &ProfileLaw::law) != profile.laws.end())
            return each.refuse("law", "is there twice");
        profile.laws.push_back(std::move(law));
    }
    return checkOrder(reader, profile.laws);
}

Result<void> readProfileOutcomes(const PathReader &reader, Profile &profile)
{
    if (!reader.has("outcomes"))
        return {};
    TRY(const PathReader outcomes, reader.object("outcomes"));
    TRY_VOID(outcomes.allowOnly({"attempt", "result"}));
    if (!outcomes.has("attempt") && !outcomes.has("result"))
        return reader.refuse("outcomes", "must not be empty");
    if (outcomes.has("attempt")) {
        TRY(const PathReader attempt, outcomes.object("attempt"));
        const Kind kind{casework::codes::ContactOutcome, NeededAttempts};
        TRY(profile.attemptOutcomes, readOutcomes(attempt, kind, profile.id));
    }
    if (outcomes.has("result")) {
        TRY(const PathReader result, outcomes.object("result"));
        const Kind kind{casework::codes::ContactResult, NeededResults};
        TRY(profile.resultOutcomes, readOutcomes(result, kind, profile.id));
    }
    return {};
}

} // namespace faltakt::rules
