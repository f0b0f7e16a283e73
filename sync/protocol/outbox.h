#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "sync/protocol/limits.h"

#include <string>
#include <string_view>

/// POST /v1/outbox: the sealed outbox of a locked device. The body is the file as it lies on the device; who wrote what is in
/// it say the signatures inside, so whoever has the file may bring it.
namespace faltakt::protocol {

struct OutboxAnswer {
    std::int64_t taken = 0;       ///< Lines that the server now holds, whenever it got them.
    std::int64_t quarantined = 0; ///< Those of them that it keeps apart.
    bool operator==(const OutboxAnswer &) const = default;
};

/// "tenant=ID"
[[nodiscard]] std::string encodeOutboxQuery(base::TenantId tenant);
/// InvalidInput.
[[nodiscard]] base::Result<base::TenantId> decodeOutboxQuery(std::string_view query);
[[nodiscard]] std::string encode(const OutboxAnswer &message);
[[nodiscard]] base::Result<OutboxAnswer> decodeOutboxAnswer(std::string_view body);

} // namespace faltakt::protocol
