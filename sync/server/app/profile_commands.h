#pragma once

#include "core/base/clock.h"
#include "sync/server/app/admin_request.h"

#include <string>

namespace faltakt::server {

// What whoever looks after a municipality's profile does with its file: no data folder, no server. A file of a shipped
// profile's id stands in for that one; option `with`: further files, such as a county's that is not shipped.

/// Words: verb, sub-verb, file. One line about the profile with its parents under it, or why it is refused, with the
/// place in the file.
[[nodiscard]] base::Result<std::string> checkProfile(const AdminRequest &request, const base::Clock &clock);
/// The same file, or the id of a shipped profile; a line for each statement that holds today, or on the first day of
/// a profile that is not yet valid, and for all that it does not state.
[[nodiscard]] base::Result<std::string> showProfile(const AdminRequest &request, const base::Clock &clock);

} // namespace faltakt::server
