#include "core/rules/deadline.h"

#include "core/casework/swedish_time.h"
#include "core/rules/deadline_figures.h"
#include "core/rules/deadline_sentence.h"
#include "core/rules/swedish_calendar.h"

#include <algorithm>

namespace faltakt::rules {

namespace {

using base::Date;
using base::Instant;
using base::Result;

constexpr std::string_view DefaultLabel = "Förval, inte lag";
constexpr std::string_view AgreedLabel = "Överenskommet";
constexpr std::string_view StatedName = "stated";
constexpr int MonthsOfYear = 12;
constexpr int MonthsOfQuarter = 3;
constexpr int DaysOfWeek = 7;

tl::unexpected<base::Error> refuse(const std::string &what, const std::string &reason)
{
    return base::fail(base::ErrorCode::InvalidInput, what + ": " + reason);
}

/// So many months on: the same number, or the month's last day where it has no such day.
Date addMonths(Date from, int count)
{
    const Date end = from + std::chrono::months(count);
    return end.ok() ? end : Date(end.year() / end.month() / std::chrono::last);
}

Date countedOn(Date from, int count, CountUnit unit)
{
    switch (unit) {
    case CountUnit::WorkingDays: return count == 0 ? from : addWorkingDays(from, count);
    case CountUnit::Weeks: return addDays(from, DaysOfWeek * count);
    case CountUnit::Months: return addMonths(from, count);
    case CountUnit::Years: return addMonths(from, MonthsOfYear * count);
    case CountUnit::AtOnce:
    case CountUnit::Given:
    case CountUnit::Hours:
    case CountUnit::Days: break;
    }
    return addDays(from, count);
}

Date endOfPeriod(Date day, PeriodEnd end)
{
    const auto december = [&](int later) {
        return Date((day.year() + std::chrono::years(later)) / std::chrono::December / std::chrono::last);
    };
    if (end == PeriodEnd::Quarter) {
        const unsigned quarter = (unsigned(day.month()) + MonthsOfQuarter - 1) / MonthsOfQuarter;
        return Date(day.year() / std::chrono::month(quarter * MonthsOfQuarter) / std::chrono::last);
    }
    return december(end == PeriodEnd::NextYear ? 1 : 0);
}

Date rolled(Date day, Roll roll)
{
    if (roll == Roll::Forward)
        return workingDayOnOrAfter(day);
    return roll == Roll::Back ? workingDayOnOrBefore(day) : day;
}

template <typename T>
std::optional<T> valueOf(const KeyValues &keys, std::string_view name)
{
    const auto found = keys.find(name);
    const T *value = found == keys.end() ? nullptr : std::get_if<T>(&found->second);
    return value ? std::optional(*value) : std::nullopt;
}

Result<void> checkValidity(const DeadlineRule &rule, Date day)
{
    if (rule.from && day < *rule.from)
        return refuse("from", "the rule holds from " + base::formatDate(*rule.from));
    if (rule.until && day > *rule.until)
        return refuse("until", "the rule held until " + base::formatDate(*rule.until));
    return {};
}

Result<void> checkNeeds(const DeadlineRule &rule, const Profile &profile)
{
    const bool isThere = rule.needs.empty()
                         || (rule.needs == StatedName ? statedRule(profile, rule.id) != nullptr
                                                      : statedSetting(profile, rule.needs).has_value());
    if (!isThere)
        return refuse(rule.needs, "the rule holds only where the municipality's profile states it");
    return {};
}

bool holds(const DeadlineRule &rule, const DeadlineCondition &condition, const KeyValues &keys, const Profile &profile)
{
    if (condition.is) {
        const DeadlineKey *key = rule.key(condition.key);
        const auto told = valueOf<bool>(keys, condition.key);
        return (told ? told : key->otherwise).value_or(!*condition.is) == *condition.is;
    }
    const auto number = valueOf<int>(keys, condition.key);
    if (!number)
        return false;
    const auto setting = condition.setting.empty() ? Setting<int>() : statedNumber(profile, condition.setting);
    const std::optional<int> below = setting ? std::optional(setting->value) : condition.below;
    return (!condition.atLeast || *number >= *condition.atLeast) && (!below || *number < *below);
}

Result<void> checkConditions(const DeadlineRule &rule, const KeyValues &keys, const Profile &profile)
{
    for (const DeadlineCondition &condition : rule.conditions) {
        if (!holds(rule, condition, keys, profile))
            return refuse(condition.key, condition.refusal.english);
    }
    return {};
}

/// The latest of the start and the further events that are known.
Date firstDay(const DeadlineRule &rule, Date start, const KeyValues &keys)
{
    for (const LaterStart &later : rule.laterOf) {
        if (const auto day = valueOf<Date>(keys, later.key))
            start = std::max(start, *day);
    }
    return start;
}

/// A part of the figure, where the rule shares it.
Result<void> takeShare(const DeadlineRule &rule, const KeyValues &keys, const Profile &profile, Counting &counting)
{
    if (!rule.figure->share)
        return {};
    const DeadlineShare &share = *rule.figure->share;
    const auto setting = statedNumber(profile, share.setting);
    const int parts = setting ? setting->value : share.parts;
    const int part = valueOf<int>(keys, share.key).value_or(1);
    if (part > parts || part < 1)
        return refuse(share.key, "there are " + std::to_string(parts) + " in this municipality");
    counting.parts = parts;
    counting.whole = counting.count;
    counting.count = parts > 1 ? *counting.whole * (part - 1) / (parts - 1) : 0;
    return {};
}

Date endOf(const DeadlineRule &rule, const KeyValues &keys, Date computed)
{
    Date day = rolled(rule.end ? endOfPeriod(computed, *rule.end) : computed, rule.roll);
    if (rule.then)
        day = countedOn(day, rule.then->value, rule.then->unit);
    if (rule.notBefore) {
        if (const auto earliest = valueOf<Date>(keys, rule.notBefore->key))
            day = std::max(day, countedOn(*earliest, rule.notBefore->count.value, rule.notBefore->count.unit));
    }
    if (const auto latest = valueOf<Date>(keys, rule.notAfter))
        day = std::min(day, *latest);
    return day;
}

/// The lesser of two: what is said rests on both.
Confidence lesser(Confidence one, Confidence other) { return std::max(one, other); }

void setDue(Deadline &deadline, Date day)
{
    deadline.due = endOfDay(day);
    deadline.wholeDay = true;
}

/// Hours run by the clock; a day without a time begins at Swedish midnight.
void countHours(const DeadlineStart &start, Counting &counting, Deadline &deadline)
{
    const Instant *instant = std::get_if<Instant>(&start);
    counting.fromInstant = instant ? *instant : startOfDay(counting.from);
    counting.endInstant = *counting.fromInstant + std::chrono::hours(*counting.count);
    counting.computed = counting.end = casework::swedishDate(*counting.endInstant);
    deadline.due = counting.endInstant;
    deadline.wholeDay = false;
}

/// What is to be done at once is due with its start, as exactly as that is known.
void takeStart(const DeadlineStart &start, Counting &counting, Deadline &deadline)
{
    counting.computed = counting.end = counting.from;
    setDue(deadline, counting.from);
    if (const Instant *instant = std::get_if<Instant>(&start)) {
        deadline.due = *instant;
        deadline.wholeDay = false;
    }
}

void bind(Deadline &deadline, const Binding &binding)
{
    deadline.kind = binding.kind;
    deadline.paragraph = binding.paragraph;
    deadline.confidence = binding.confidence;
}

/// How binding the rule itself is; a figure that the profile states may change that.
Binding ownBinding(const DeadlineRule &rule, Date day, const Profile &profile, const LawMap &law)
{
    switch (rule.kind) {
    case SourceKind::Law: {
        const LawPlace *place = law.placeOn(rule.law, day);
        if (!place)
            return {rule.kind, {}, rule.confidence};
        return {rule.kind, place->label, lesser(rule.confidence, place->confidence)};
    }
    case SourceKind::Guideline: {
        if (rule.needs == StatedName) {
            if (const ProfileDeadline *entry = statedRule(profile, rule.id))
                return {entry->kind, entry->source, entry->confidence};
        } else if (const auto setting = statedSetting(profile, rule.needs)) {
            return {setting->kind, setting->source, setting->confidence};
        }
        return {rule.kind, rule.source, rule.confidence};
    }
    case SourceKind::Agreed: return {rule.kind, std::string(AgreedLabel), rule.confidence};
    case SourceKind::Default: break;
    }
    return {rule.kind, std::string(DefaultLabel), rule.confidence};
}

/// The day of a rule that has a figure. Fills in what the sentence tells.
Result<void> countDay(const DeadlineRule &rule, const DeadlineStart &start, const KeyValues &keys,
                      const Profile &profile, Counting &counting, Deadline &deadline)
{
    const DeadlineFigure &figure = *rule.figure;
    counting.unit = figure.unit;
    if (figure.unit == CountUnit::AtOnce) {
        takeStart(start, counting, deadline);
        return {};
    }
    const auto number =
        figure.unit == CountUnit::Given ? Result<CountedFigure>(CountedFigure{}) : figureFor(rule, profile);
    if (number && figure.unit != CountUnit::Given) {
        counting.count = number->value;
        counting.unit = number->unit;
    }
    if (const auto given = valueOf<Date>(keys, figure.given)) {
        if (*given < counting.from)
            return refuse(figure.given, "lies before the start");
        counting.isGiven = true;
        counting.computed = counting.end = *given;
        setDue(deadline, *given);
        return {};
    }
    if (!number)
        return base::fail(number.error());
    if (number->stated)
        bind(deadline, {number->stated->kind, number->stated->source, number->stated->confidence});
    if (counting.unit == CountUnit::Hours) {
        countHours(start, counting, deadline);
        return {};
    }
    TRY_VOID(takeShare(rule, keys, profile, counting));
    counting.isBefore = figure.isBefore;
    counting.computed = countedOn(counting.from, figure.isBefore ? -*counting.count : *counting.count, counting.unit);
    counting.end = endOf(rule, keys, counting.computed);
    setDue(deadline, counting.end);
    return {};
}

} // namespace

Date startDay(const DeadlineStart &start)
{
    if (const auto *instant = std::get_if<Instant>(&start))
        return casework::swedishDate(*instant);
    return std::get<Date>(start);
}

Binding bindingOf(const DeadlineRule &rule, Date day, const Profile &profile, const LawMap &law)
{
    if (rule.figure && rule.figure->unit != CountUnit::AtOnce && rule.figure->unit != CountUnit::Given) {
        const auto figure = figureFor(rule, profile);
        if (figure && figure->stated)
            return {figure->stated->kind, figure->stated->source, figure->stated->confidence};
    }
    return ownBinding(rule, day, profile, law);
}

Result<Deadline> countDeadline(const DeadlineRule &rule, const DeadlineStart &start, const KeyValues &keys,
                               const Profile &profile, const LawMap &law)
{
    const Date first = startDay(start);
    TRY_VOID(checkValidity(rule, first));
    TRY_VOID(checkDeadlineKeys(rule, keys));
    TRY_VOID(checkNeeds(rule, profile));
    TRY_VOID(checkConditions(rule, keys, profile));
    Deadline deadline;
    deadline.rule = rule.id;
    deadline.sense = rule.sense;
    deadline.audience = rule.audience;
    bind(deadline, ownBinding(rule, first, profile, law));
    Counting counting;
    counting.from = counting.computed = counting.end = firstDay(rule, first, keys);
    if (rule.figure)
        TRY_VOID(countDay(rule, start, keys, profile, counting, deadline));
    deadline.explanation = filledSentence(rule, keys, counting);
    return deadline;
}

} // namespace faltakt::rules
