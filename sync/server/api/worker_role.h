#pragma once

#include "sync/server/api/access_log.h"

#include <optional>
#include <string>

namespace faltakt::server {

/// Gives a worker another role, and where one is named another team; written to the access log under the server's own name.
/// It counts from the commit on: each call asks anew what its worker may. Without a team named the worker stays where it
/// is. NotFound where worker or team are not there; Refused for another team while the worker has devices that are not
/// revoked: they hold the old team's cases, and only a new device gets those of the new one.
[[nodiscard]] base::Result<Worker> setWorkerRole(StoreTransaction &transaction, const AccessLog &accessLog,
                                                 WorkerId worker, const std::string &role, std::optional<TeamId> team);

} // namespace faltakt::server
