// What holds of every rule and every start, and that the clocks after a police report are those that they were as code.
#include "core/casework/swedish_time.h"
#include "core/rules/lob_clocks.h"
#include "core/rules/profile_catalogue.h"
#include "core/rules/swedish_calendar.h"
#include "tests/unit/rules_deadline_files.h"

#include <rapidcheck.h>

#include <sstream>

using namespace faltakt;
using namespace faltakt::rules;
using namespace faltakt::rules::testing;
using base::json::Value;

namespace {

constexpr int FirstDay = 16'436; // 1 January 2015
constexpr int Days = 9'000;

base::Date dayNumber(int number) { return base::Date(std::chrono::sys_days(std::chrono::days(number))); }

/// A profile that states everything that rules ask for.
Profile statingProfile()
{
    Profile profile = emptyProfile();
    for (const DeadlineRule &rule : shippedDeadlineRules().rules()) {
        for (const std::string &setting : {rule.needs, rule.figure ? rule.figure->setting : std::string()}) {
            if (setting.empty() || setting == "stated")
                continue;
            state(profile, setting, setting == rule.needs ? Value(true) : Value(3));
        }
        ProfileDeadline entry;
        entry.code = rule.id;
        if (rule.figure && rule.figure->mayBeStated && !rule.figure->value) {
            entry.value = 3;
            entry.unit = "months";
        }
        profile.deadlines.push_back(std::move(entry));
    }
    return profile;
}

/// Keys with which the rule answers, as far from the start as told.
KeyValues answeringKeys(const DeadlineRule &rule, base::Date start, int later)
{
    KeyValues keys;
    for (const DeadlineKey &key : rule.keys) {
        if (!key.isRequired)
            continue;
        if (key.type == KeyType::Day)
            keys.emplace(key.name, addDays(start, later));
        else if (key.type == KeyType::Integer)
            keys.emplace(key.name, key.name == "age" ? 19 : 2);
        else
            keys.emplace(key.name, true);
    }
    return keys;
}

bool answersOn(const DeadlineRule &rule, base::Date day)
{
    return rule.figure && (!rule.from || day >= *rule.from) && (!rule.until || day <= *rule.until);
}

/// A day on which the rule holds.
int validDay(const DeadlineRule &rule)
{
    int first = FirstDay;
    if (rule.from)
        first = std::max(first, int(std::chrono::sys_days(*rule.from).time_since_epoch().count()));
    return *rc::gen::inRange(first, FirstDay + Days);
}

base::Date dueDay(const Deadline &deadline) { return casework::swedishDate(*deadline.due); }

} // namespace

TEST_CASE("no deadline lies before its start unless it is counted back, and none on a free day where it is rolled")
{
    const Profile profile = statingProfile();
    for (const DeadlineRule &rule : shippedDeadlineRules().rules()) {
        if (!answersOn(rule, dayNumber(FirstDay + Days - 1)))
            continue;
        CAPTURE(rule.id);
        CHECK(rc::check([&] {
            const base::Date start = dayNumber(validDay(rule));
            const KeyValues keys = answeringKeys(rule, start, *rc::gen::inRange(0, 40));
            const auto deadline = countDeadline(rule, start, keys, profile, shippedLawMap());
            RC_ASSERT(deadline.has_value());
            RC_ASSERT(deadline->due.has_value());
            if (!rule.figure->isBefore)
                RC_ASSERT(dueDay(*deadline) >= start);
            else
                RC_ASSERT(dueDay(*deadline) < start);
            if (rule.roll != Roll::None)
                RC_ASSERT(isWorkingDay(dueDay(*deadline)));
            RC_ASSERT(deadline->wholeDay == (*deadline->due == endOfDay(dueDay(*deadline))));
        }));
    }
}

TEST_CASE("a later start never gives an earlier day")
{
    const Profile profile = statingProfile();
    for (const DeadlineRule &rule : shippedDeadlineRules().rules()) {
        if (!answersOn(rule, dayNumber(FirstDay + Days - 1)))
            continue;
        CAPTURE(rule.id);
        CHECK(rc::check([&] {
            const int first = validDay(rule);
            const base::Date start = dayNumber(first);
            const base::Date next = dayNumber(first + *rc::gen::inRange(0, 400));
            const KeyValues keys = answeringKeys(rule, next, 30);
            const auto one = countDeadline(rule, start, keys, profile, shippedLawMap());
            const auto other = countDeadline(rule, next, keys, profile, shippedLawMap());
            RC_ASSERT(one.has_value());
            RC_ASSERT(other.has_value());
            RC_ASSERT(*one->due <= *other->due);
        }));
    }
}

TEST_CASE("a moment and its Swedish day give the same day, except where hours are counted")
{
    const Profile profile = statingProfile();
    for (const DeadlineRule &rule : shippedDeadlineRules().rules()) {
        if (!answersOn(rule, dayNumber(FirstDay + Days - 1)) || rule.figure->unit == CountUnit::Hours)
            continue;
        CAPTURE(rule.id);
        CHECK(rc::check([&] {
            const base::Date start = dayNumber(validDay(rule));
            const base::Instant moment = startOfDay(start) + std::chrono::minutes(*rc::gen::inRange(0, 23 * 60));
            const KeyValues keys = answeringKeys(rule, start, 20);
            const auto byDay = countDeadline(rule, start, keys, profile, shippedLawMap());
            const auto byMoment = countDeadline(rule, moment, keys, profile, shippedLawMap());
            RC_ASSERT(byDay.has_value() && byMoment.has_value());
            RC_ASSERT(dueDay(*byDay) == dueDay(*byMoment));
            RC_ASSERT(byDay->paragraph == byMoment->paragraph);
        }));
    }
}

namespace {

/// The clock that a recorded line asks for: "attempt 2 200" is the second attempt, the last one 200 hours after receipt.
std::optional<Clock> clockOf(const Profile &profile, base::Instant received, const std::string &with)
{
    std::istringstream words(with);
    std::string name;
    int number = 0;
    int other = 0;
    words >> name;
    if (name == "firstAttempt") {
        std::string hasNumber;
        words >> hasNumber;
        return firstAttemptClock(profile, received, hasNumber == "yes");
    }
    words >> number >> other;
    if (name == "register")
        return registrationClock(received);
    if (name == "safetyCheck") {
        const auto clocks = safetyCheckClocks(profile, received, number);
        return std::size_t(other) < clocks.size() ? std::optional(clocks[std::size_t(other)]) : std::nullopt;
    }
    if (name == "preAssessment")
        return preAssessmentClock(profile, received, number);
    if (name == "firstAttemptAim")
        return firstAttemptAim(received);
    if (name == "attempt")
        return laterAttemptClock(profile, received, number, received + std::chrono::hours(other));
    return name == "letter" ? letterClock(profile, received) : conclusionClock(received);
}

} // namespace

TEST_CASE("the clocks after a police report are to the letter what they were before they came from data")
{
    std::istringstream lines(textOf("tests/data/deadlines/lob_clocks_before.jsonl"));
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        const Value recorded = *base::json::parse(line);
        CAPTURE(line);
        const auto profile = shippedProfiles()->find(recorded.stringAt("profile"), *base::parseDate("2026-10-19"));
        const auto clock =
            clockOf(*profile, *base::parseInstant(recorded.stringAt("received")), recorded.stringAt("with"));
        REQUIRE(clock.has_value() == (recorded.find("rule") != nullptr));
        if (!clock)
            continue;
        CHECK(clock->rule == recorded.stringAt("rule"));
        CHECK(base::formatInstant(clock->due) == recorded.stringAt("due"));
        CHECK(clock->wholeDay == recorded.boolAt("wholeDay"));
        CHECK(sourceKindName(clock->kind) == recorded.stringAt("kind"));
        CHECK(clock->paragraph == recorded.stringAt("paragraph"));
        CHECK(clock->explanation.sv == recorded.stringAt("sv"));
        CHECK(clock->explanation.en == recorded.stringAt("en"));
    }
    CHECK(count == 385);
}
