#pragma once

#include "core/base/instant.h"
#include "core/store/case_store.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// What a reminder is of. Nothing else of it is ever told: no person, no place, no form, no rule.
enum class ReminderKind : std::uint8_t {
    CheckIn,     ///< The worker's own visit is about to run over its planned end.
    Appointment, ///< A contact that was booked.
    Task,        ///< A task of the worker's own or the office's.
    Deadline,    ///< Whatever else on I dag is for the day or late.
    Calls,       ///< People on the call list.
    Unsigned,    ///< Own notes that nobody has signed.
};
inline constexpr std::array ReminderKinds{ReminderKind::CheckIn,  ReminderKind::Appointment, ReminderKind::Task,
                                          ReminderKind::Deadline, ReminderKind::Calls,       ReminderKind::Unsigned};
/// "checkIn", "appointment", "task", "deadline", "calls", "unsigned": as a settings file says them.
[[nodiscard]] std::string_view reminderKindName(ReminderKind kind) noexcept;
[[nodiscard]] std::optional<ReminderKind> reminderKindNamed(std::string_view name) noexcept;

/// Of what a worker wants to be reminded, and when. Outside these hours it is quiet: only check-ins are told then. Eight to
/// five on working days is the product's proposal.
struct ReminderChoices {
    std::array<bool, ReminderKinds.size()> isOn{true, true, true, true, true, true};
    int fromHour = 8;
    int untilHour = 17; ///< After fromHour, on the same day.
    bool everyDay = false;

    [[nodiscard]] bool has(ReminderKind kind) const noexcept { return isOn[std::size_t(kind)]; }
    bool operator==(const ReminderChoices &) const = default;
};
[[nodiscard]] bool isQuiet(const ReminderChoices &choices, base::Instant at);
/// The moment itself where it is not quiet, otherwise when the quiet ends.
[[nodiscard]] base::Instant afterQuiet(const ReminderChoices &choices, base::Instant at);
/// The moment itself where it is not quiet, otherwise the last quarter of an hour before the quiet began.
[[nodiscard]] base::Instant beforeQuiet(const ReminderChoices &choices, base::Instant at);

/// So many of a kind are told at that moment: nothing of what they are.
struct Reminder {
    ReminderKind kind = ReminderKind::Deadline;
    base::Instant at;
    int count = 1;
    bool isOfDay = false; ///< Counts everything of its kind that stands that day, also what was told before.
    bool operator==(const Reminder &) const = default;
};

/// What reminders are counted from: the rows of I dag as the worker sees them, and own notes without a signature.
struct ReminderFacts {
    std::vector<store::AgendaRow> agenda;
    int unsignedNotes = 0;
};

/// How long before: a booked contact, the planned end of a visit, the end of the day's hours.
inline constexpr std::chrono::minutes AppointmentLead{15};
inline constexpr std::chrono::minutes CheckInLead{10};
inline constexpr std::chrono::minutes DayEndLead{30};
/// So far ahead a plan reaches, for a device that is not unlocked for some days.
inline constexpr int ReminderDays = 8;

/// What is to be told when, from the start of this Swedish day on, by time; what has passed today is among it. All but
/// check-ins stands on a quarter of an hour outside the quiet. What has a time of its own and falls into the quiet is told
/// when that ends, or, where that would be too late, before it begins; what is for the whole day is told as the day's hours
/// begin, and again each morning while it is late.
[[nodiscard]] std::vector<Reminder> planReminders(const ReminderFacts &facts, const ReminderChoices &choices,
                                                  base::Instant now);

} // namespace faltakt::rules
