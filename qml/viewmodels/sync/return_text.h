#pragma once

#include "core/base/error.h"

#include <QString>

#include <string_view>

namespace faltakt::viewmodels {

/// What happened to a change that the server did not take, where it is now, and what helps; by the server's reason.
[[nodiscard]] QString returnText(std::string_view reason);

/// Why a returned change could not be written again.
[[nodiscard]] QString returnFaultText(const base::Error &error);

} // namespace faltakt::viewmodels
