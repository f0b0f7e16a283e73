#pragma once

#include "sync/server/api/pull_cursor.h"
#include "sync/server/store/server_store.h"

namespace faltakt::server {

/// How far this log is the same as the one that `logId` names: the lowest place that a restore went back to since. For a
/// log that is not known here (it began after the backup) the lowest of all, 0 where there is none.
[[nodiscard]] base::Result<std::int64_t> commonPlace(LogReader &log, TenantId tenant, const std::string &logId);

/// Where a cursor of another log stands in this one, so that nobody fetches again what did not change. A log that is not
/// known here is walked from the start.
[[nodiscard]] base::Result<PullCursor> translateCursor(LogReader &log, TenantId tenant, const PullCursor &cursor,
                                                       const std::string &logId);

/// A new log begins where the store now stands, for every tenant; after the store was put back from a backup. Gives its id.
[[nodiscard]] base::Result<std::string> beginNewLog(ServerStore &store, base::Random &random);
/// An id that no other log has.
[[nodiscard]] std::string makeLogId(base::Random &random);

} // namespace faltakt::server
