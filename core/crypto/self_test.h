#pragma once

#include "core/base/result.h"

namespace faltakt::crypto {

/// Runs each primitive against a published vector, once at the start of a program, so that a broken or swapped library is
/// found before it touches anybody's file. Takes some hundredths of a second. Internal, naming the primitive, on a mismatch.
[[nodiscard]] base::Result<void> selfTest();

} // namespace faltakt::crypto
