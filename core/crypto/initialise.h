#pragma once

#include "core/base/result.h"

namespace faltakt::crypto {

/// Prepares the crypto library. First thing in every program; may be repeated, from any thread. Internal where the
/// system gives no randomness.
[[nodiscard]] base::Result<void> initialise();

/// Forbids core dumps and ptrace by other processes of the same user, so that keys in memory stay there. Called once
/// at the start of each program that holds keys; tests leave it out, since leak checkers attach by ptrace.
/// Internal where the system refuses.
[[nodiscard]] base::Result<void> hardenProcess();

} // namespace faltakt::crypto
