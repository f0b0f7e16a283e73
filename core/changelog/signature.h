#pragma once

#include "core/base/ids.h"

#include <string>
#include <utility>
#include <vector>

namespace faltakt::changelog {

/// A head of the signed record with the hash of its line.
using SignedHead = std::pair<base::ChangeId, base::Hash>;

/// The exact bytes that a signature over a record covers: the record, all its heads with their hashes, the worker and
/// the time. Heads are put into id order, so that every device builds the same text.
[[nodiscard]] std::string frontierStatement(base::RecordId record, std::vector<SignedHead> heads, base::WorkerId worker,
                                            base::Instant at);

} // namespace faltakt::changelog
