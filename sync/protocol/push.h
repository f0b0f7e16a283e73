#pragma once

#include "core/changelog/exchange.h"
#include "core/crypto/signing_key.h"
#include "sync/protocol/limits.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// POST /v1/push, both ways.
namespace faltakt::protocol {

/// A run of a device's journal, with the device's signature over its end.
struct PushRequest {
    base::DeviceId device;
    changelog::JournalBatch batch;
    crypto::Signature signature{};
};

/// Signs the end of the batch. InvalidInput where the batch is empty.
[[nodiscard]] base::Result<PushRequest> signPush(changelog::JournalBatch batch, base::TenantId tenant,
                                                 base::DeviceId device, const crypto::SigningKey &deviceKey);
/// True where the signature over the end of the batch is by this key.
[[nodiscard]] bool verifyPush(const PushRequest &request, base::TenantId tenant, const crypto::PublicKey &deviceKey);

/// Header line, then the lines as they stand.
[[nodiscard]] std::string encodePush(const PushRequest &request);

/// Reads the header strictly, counts the lines, takes their hashes and checks that the links lead from `prev` to `head`.
/// What stands in a change line is not looked at: it is judged line by line, so that a bad one holds nothing up.
/// InvalidInput, TooLarge.
[[nodiscard]] base::Result<PushRequest> decodePush(std::string_view body);

/// A verdict for each line, in order.
struct PushVerdicts {
    std::vector<changelog::Verdict> verdicts;
    std::int64_t n = 0; ///< The last position that the server now holds.
};
/// The server does not hold what comes before; it expects position `expected`.
struct PushGap {
    std::int64_t expected = 1;
};
/// The server holds position `n` of this epoch with another link.
struct PushFork {
    std::int64_t n = 0;
};
using PushAnswer = std::variant<PushVerdicts, PushGap, PushFork>;

[[nodiscard]] std::string encodePushAnswer(const PushAnswer &answer);
/// Damaged where the last line is missing (a cut answer) or positions do not follow one another; InvalidInput otherwise.
[[nodiscard]] base::Result<PushAnswer> decodePushAnswer(std::string_view body);

} // namespace faltakt::protocol
