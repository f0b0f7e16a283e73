#pragma once

#include "core/base/error.h"

struct pg_conn;
struct pg_result;

namespace faltakt::server {

/// What a failed statement means. The detail names the state and the constraint, never the server's words: these repeat
/// values. `onConflict`: the meaning of a key that is taken.
[[nodiscard]] base::Error errorOf(const pg_result *result, base::ErrorCode onConflict);

/// Where there is no answer, because the connection is gone.
[[nodiscard]] base::Error connectionLost();

/// True on the states after which the database has certainly undone the transaction and another try may succeed at once.
[[nodiscard]] bool wasUndoneForOthers(const pg_result *result);

} // namespace faltakt::server
