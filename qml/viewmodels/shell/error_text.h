#pragma once

#include "core/base/error.h"

#include <QString>

namespace faltakt::viewmodels {

/// What to tell the user about an error of the store: what happened, what is safe, what to do. For errors that a page
/// expects (a wrong PIN, a used code) the page has words of its own.
[[nodiscard]] QString errorText(const base::Error &error);
/// Whether reading failed because what was shown is no longer on the device, or may be read no longer.
[[nodiscard]] bool isTakenAway(const base::Error &error) noexcept;

} // namespace faltakt::viewmodels
