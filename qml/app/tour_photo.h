#pragma once

#include "core/base/bytes.h"

namespace faltakt::app {

/// What lies among the photos of the tour's device: a sheet of paper with lines on it that nobody can read. A JPEG.
[[nodiscard]] base::Bytes photoOfPaper();

} // namespace faltakt::app
