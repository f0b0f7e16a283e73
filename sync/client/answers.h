#pragma once

#include "sync/client/transport.h"

namespace faltakt::client {

/// What an answer that is not 2xx means; nothing for one that is. Unreachable for a fault on the server's side, since
/// work is kept and the next try may succeed; Busy where it asks for patience.
[[nodiscard]] base::Result<void> checkAnswer(const Answer &answer);

} // namespace faltakt::client
