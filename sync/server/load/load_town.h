#pragma once

#include "core/base/instant.h"
#include "core/base/json.h"
#include "sync/protocol/enrolment_code.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace faltakt::server {

/// Runs a command of the administrator on the serving process and gives its lines.
using AskAdmin = std::function<base::Result<std::vector<base::json::Value>>(
    std::vector<std::string> words, std::map<std::string, std::string> options)>;

/// The municipality that a load run makes for itself: teams of a size, a worker and a one-time code for each device.
struct LoadTown {
    static constexpr int TeamSize = 10;
    static constexpr std::string_view NamePrefix = "Load test ";

    std::string tenant; ///< Its id.
    std::string name;
    std::vector<int> teamOf; ///< By device.
    std::vector<protocol::EnrolmentCode> codes;
};

/// Refused where there are other tenants than those of load runs, unless `besideReal` says that this is meant: a server that
/// people work on is no place for a measurement.
[[nodiscard]] base::Result<LoadTown> makeLoadTown(const AskAdmin &ask, int devices, bool besideReal,
                                                  const std::string &profile, base::Instant now);

} // namespace faltakt::server
