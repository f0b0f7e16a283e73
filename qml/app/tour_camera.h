#pragma once

#include "platform/api/grey_picture.h"

namespace faltakt::app {

/// What the camera of the tour sees: a sheet of paper on a table with something like a code on it, which nothing reads.
[[nodiscard]] platform::GreyPicture codeOnPaper();

} // namespace faltakt::app
