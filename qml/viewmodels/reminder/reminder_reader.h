#pragma once

#include "core/rules/reminders.h"
#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::viewmodels {

/// The rows of I dag as the worker sees them, and what she wrote and has not signed. Store thread.
[[nodiscard]] base::Result<rules::ReminderFacts> readReminderFacts(OpenStore &store);

} // namespace faltakt::viewmodels
