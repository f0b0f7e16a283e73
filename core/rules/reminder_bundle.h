#pragma once

#include "core/rules/reminders.h"

namespace faltakt::rules {

/// A reminder that was put off: which one, and until when.
struct SnoozedReminder {
    ReminderKind kind = ReminderKind::Deadline;
    base::Instant at;
    base::Instant until;
    bool operator==(const SnoozedReminder &) const = default;
};

/// What was told so far. Moments and kinds alone, so that it may be kept where nothing is encrypted.
struct ReminderState {
    base::Instant toldUntil;     ///< What was due until then was told, or seen on the screen.
    base::Instant checkInsUntil; ///< The same of check-ins, which do not wait for anything.
    base::Instant bundledAt{};   ///< When the last bundle was told; forgotten with the program.
    std::vector<SnoozedReminder> snoozed;
};

/// What is told at one moment, each as it stands in the plan.
using ReminderBundle = std::vector<Reminder>;
/// The same as it is told: each kind once. What counts a whole day counts the others of its kind, too.
[[nodiscard]] ReminderBundle toldOf(const ReminderBundle &bundle);

enum class SnoozeLength : std::uint8_t { TenMinutes, Hour, Morning };

/// The state of somebody who was told nothing yet and misses nothing before now.
[[nodiscard]] ReminderState freshReminderState(base::Instant now);

/// What is to be told now, and notes it as told: never the same twice. One bundle in a quarter of an hour; only check-ins and
/// what was put off to this moment come besides. Late is better than never on the same Swedish day, after that the next
/// morning counts it anyhow. A clock that was set back by up to an hour tells nothing twice; after a longer way what was told by
/// the wrong clock does not keep the right one silent.
[[nodiscard]] ReminderBundle takeReminders(ReminderState &state, const std::vector<Reminder> &plan,
                                           const ReminderChoices &choices, base::Instant now);
/// What became due before now was on the screen when it became known.
void noteSeen(ReminderState &state, base::Instant now);
/// When takeReminders() has something to give next; now where it has already.
[[nodiscard]] std::optional<base::Instant> nextReminder(const ReminderState &state, const std::vector<Reminder> &plan,
                                                        const ReminderChoices &choices, base::Instant now);
/// Puts off what was told. It comes back outside the quiet, as far as it then still stands; the end of a visit is never put
/// off for more than ten minutes.
void snooze(ReminderState &state, const ReminderBundle &bundle, SnoozeLength length, const ReminderChoices &choices,
            base::Instant now);

} // namespace faltakt::rules
