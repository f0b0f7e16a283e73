#pragma once

#include "core/rules/reminder_bundle.h"
#include "platform/api/notifier.h"

#include <QString>

namespace faltakt::viewmodels {

enum class ReminderUse { AtWork, InTraining };

/// What stands on the device's screen for a bundle, locked or not, for anybody who passes by: kinds and counts in fixed words.
/// Every word of every reminder is made here.
[[nodiscard]] platform::Notification reminderNotification(const rules::ReminderBundle &bundle, ReminderUse use);
/// Without its buttons, as one line says it.
[[nodiscard]] QString reminderLine(const rules::ReminderBundle &bundle);

/// "Bokade kontakter", as the settings call it, and when it is told.
[[nodiscard]] QString reminderKindText(rules::ReminderKind kind);
[[nodiscard]] QString reminderKindNote(rules::ReminderKind kind);

/// Empty for the id of no such button.
[[nodiscard]] std::optional<rules::SnoozeLength> snoozeLengthOf(const std::string &choice);

} // namespace faltakt::viewmodels
