#pragma once

#include "core/changelog/change.h"
#include "sync/server/api/session.h"

#include <optional>

namespace faltakt::server {

/// In the access log, where a right was given because an author came back; the administrator looks these over.
inline constexpr char RightGivenBack[] = "rightGivenBack";

/// True where the change can give its author a right again: it is the caller's own, who is not revoked, and more than word
/// of a reading.
[[nodiscard]] bool canBringRightBack(const Caller &caller, const changelog::Change &change);

/// A line of the caller's own belongs to a case that this server has. Gives who is to have a right to it again, the caller
/// and, where it was the team's, the team: nobody where there ever was a right, also one that is gone. A case without any
/// is one that a restored server was brought back by somebody else.
[[nodiscard]] base::Result<std::vector<Grantee>> granteesOfOwnCase(LogReader &log, const Caller &caller, CaseId caseId);

} // namespace faltakt::server
