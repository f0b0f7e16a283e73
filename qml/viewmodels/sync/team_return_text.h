#pragma once

#include "sync/protocol/quarantine.h"

#include <QString>

namespace faltakt::viewmodels {

/// What happened to a colleague's change that the server did not take, and what the team's leader can do. What is about a
/// protected person leaves the app nowhere from here.
[[nodiscard]] QString teamReturnText(const protocol::QuarantinedLine &line, bool isProtected);

/// Why the page of them cannot be shown now. `code` as of Workspace::askTeam().
[[nodiscard]] QString teamReturnFaultText(base::ErrorCode code);

} // namespace faltakt::viewmodels
