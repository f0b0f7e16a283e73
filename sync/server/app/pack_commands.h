#pragma once

#include "core/base/random.h"
#include "sync/server/app/admin_request.h"

#include <string>

namespace faltakt::server {

// What publishers do with content packs, on a machine of their own: no data folder, no server.

/// Makes a signing key in a new file; gives the line to print.
[[nodiscard]] base::Result<std::string> makePublisherKey(const std::string &file, base::Random &random);
/// Words: verb, sub-verb, folder, and the new file for the pack; option key: the file of the signing key.
[[nodiscard]] base::Result<std::string> signPackFolder(const AdminRequest &request);

} // namespace faltakt::server
