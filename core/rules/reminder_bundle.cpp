#include "core/rules/reminder_bundle.h"

#include "core/casework/swedish_time.h"
#include "core/rules/swedish_calendar.h"

#include <algorithm>

namespace faltakt::rules {

using base::Instant;

namespace {

using Quarters = std::chrono::duration<std::int64_t, std::ratio<900>>;

/// As far as a clock is set back without anything being told twice.
constexpr std::chrono::hours SetBack{1};
/// More than anybody puts off.
constexpr std::size_t MostSnoozed = 50;

void correct(Instant &mark, Instant now)
{
    if (mark > now + SetBack)
        mark = now;
}

ReminderState corrected(ReminderState state, Instant now)
{
    correct(state.toldUntil, now);
    correct(state.checkInsUntil, now);
    return state;
}

bool isCheckIn(const Reminder &reminder) { return reminder.kind == ReminderKind::CheckIn; }

bool isUntold(const ReminderState &state, const Reminder &reminder, Instant now)
{
    if (isCheckIn(reminder))
        return reminder.at > state.checkInsUntil;
    return reminder.at > state.toldUntil && casework::swedishDate(reminder.at) >= casework::swedishDate(now);
}

/// A bundle was told in this quarter of an hour already.
bool isBundled(const ReminderState &state, Instant now)
{
    return std::chrono::floor<Quarters>(state.bundledAt) == std::chrono::floor<Quarters>(now);
}

/// When it may be told, given that it is due.
Instant momentOf(const ReminderState &state, const Reminder &reminder, const ReminderChoices &choices, Instant now)
{
    const Instant due = std::max(reminder.at, now);
    if (isCheckIn(reminder))
        return due;
    const Instant free = isBundled(state, due) ? Instant(std::chrono::floor<Quarters>(due) + Quarters(1)) : due;
    return afterQuiet(choices, free);
}

Instant momentOf(const SnoozedReminder &snoozed, const ReminderChoices &choices, Instant now)
{
    const Instant due = std::max(snoozed.until, now);
    return snoozed.kind == ReminderKind::CheckIn ? due : afterQuiet(choices, due);
}

bool isOf(const SnoozedReminder &snoozed, const Reminder &reminder)
{
    return snoozed.kind == reminder.kind && snoozed.at == reminder.at;
}

Instant snoozedUntil(ReminderKind kind, SnoozeLength length, const ReminderChoices &choices, Instant now)
{
    if (kind == ReminderKind::CheckIn)
        return now + std::chrono::minutes(10);
    switch (length) {
    case SnoozeLength::TenMinutes: return afterQuiet(choices, now + std::chrono::minutes(10));
    case SnoozeLength::Hour: return afterQuiet(choices, now + std::chrono::hours(1));
    case SnoozeLength::Morning: break;
    }
    return afterQuiet(choices, startOfDay(addDays(casework::swedishDate(now), 1)));
}

} // namespace

ReminderBundle toldOf(const ReminderBundle &bundle)
{
    ReminderBundle told;
    for (const Reminder &reminder : bundle) {
        const auto same = std::ranges::find(told, reminder.kind, &Reminder::kind);
        if (same == told.end())
            told.push_back(reminder);
        else if (reminder.kind == ReminderKind::CheckIn || same->isOfDay || reminder.isOfDay)
            *same = {same->kind, same->at, std::max(same->count, reminder.count), true};
        else
            same->count += reminder.count;
    }
    std::ranges::sort(told, {}, &Reminder::kind);
    return told;
}

ReminderState freshReminderState(Instant now) { return {now, now, {}, {}}; }

ReminderBundle takeReminders(ReminderState &state, const std::vector<Reminder> &plan, const ReminderChoices &choices,
                             Instant now)
{
    state = corrected(std::move(state), now);
    ReminderBundle bundle;
    std::erase_if(state.snoozed, [&](const SnoozedReminder &snoozed) {
        if (momentOf(snoozed, choices, now) > now)
            return false;
        std::ranges::copy_if(plan, std::back_inserter(bundle),
                             [&](const Reminder &reminder) { return isOf(snoozed, reminder); });
        return true;
    });
    bool isOrdinary = false;
    bool hasCheckIn = false;
    for (const Reminder &reminder : plan) {
        if (!isUntold(state, reminder, now) || momentOf(state, reminder, choices, now) > now || reminder.at > now)
            continue;
        (isCheckIn(reminder) ? hasCheckIn : isOrdinary) = true;
        bundle.push_back(reminder);
    }
    if (hasCheckIn)
        state.checkInsUntil = now;
    if (isOrdinary)
        state.toldUntil = state.bundledAt = now;
    return bundle;
}

void noteSeen(ReminderState &state, Instant now)
{
    state = corrected(std::move(state), now);
    state.toldUntil = std::max(state.toldUntil, now);
}

std::optional<Instant> nextReminder(const ReminderState &before, const std::vector<Reminder> &plan,
                                    const ReminderChoices &choices, Instant now)
{
    const ReminderState state = corrected(before, now);
    std::optional<Instant> next;
    const auto note = [&](Instant moment) { next = next ? std::min(*next, moment) : moment; };
    for (const Reminder &reminder : plan)
        if (isUntold(state, reminder, now))
            note(momentOf(state, reminder, choices, now));
    for (const SnoozedReminder &snoozed : state.snoozed)
        note(momentOf(snoozed, choices, now));
    return next;
}

void snooze(ReminderState &state, const ReminderBundle &bundle, SnoozeLength length, const ReminderChoices &choices,
            Instant now)
{
    for (const Reminder &reminder : bundle) {
        std::erase_if(state.snoozed, [&](const SnoozedReminder &snoozed) { return isOf(snoozed, reminder); });
        if (state.snoozed.size() < MostSnoozed)
            state.snoozed.push_back({reminder.kind, reminder.at, snoozedUntil(reminder.kind, length, choices, now)});
    }
}

} // namespace faltakt::rules
