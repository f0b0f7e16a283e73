#pragma once

#include "sync/protocol/push.h"

/// Several pushes in one text: what a sealed outbox holds when more is unsent than one push may carry. Each push is whole
/// by itself, with its own signature over its end, so that whoever opens the text can offer one after the other.
///
/// Form: one line of JSON `{"format":"faltakt-pushes","version":1,"sizes":[bytes,…]}`, its line end, and then the pushes as
/// encodePush() gives them, one right after the other, each of the size that the line says.
namespace faltakt::protocol {

struct PushSequenceLimits {
    static constexpr std::size_t Pushes = 4096;
    static constexpr std::size_t HeaderBytes = 64 * 1024;
    static constexpr std::size_t Bytes = 64 * 1024 * 1024;
};

/// Cuts a run of the journal into pushes that each keep to Limits::PushLines and Limits::PushBytes, and signs each.
/// InvalidInput where the run is empty or its links do not lead to its head, TooLarge beyond the limits of a sequence.
[[nodiscard]] base::Result<std::vector<PushRequest>> signPushes(const changelog::JournalBatch &run,
                                                                base::TenantId tenant, base::DeviceId device,
                                                                const crypto::SigningKey &deviceKey);

[[nodiscard]] std::string encodePushSequence(const std::vector<PushRequest> &pushes);

/// Every push is read as strictly as decodePush() does, must be by the same device and begin where the one before ended.
/// InvalidInput, TooLarge; Unsupported on another version.
[[nodiscard]] base::Result<std::vector<PushRequest>> decodePushSequence(std::string_view text);

} // namespace faltakt::protocol
