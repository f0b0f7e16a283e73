#pragma once

#include "core/base/json.h"

#include <string>

namespace faltakt::server {

/// One object on one line, with its end.
[[nodiscard]] inline std::string jsonLine(base::json::Object object)
{
    return base::json::serialise(std::move(object)) + '\n';
}

} // namespace faltakt::server
