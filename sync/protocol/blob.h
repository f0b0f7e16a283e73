#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "sync/protocol/limits.h"

#include <string>
#include <string_view>

/// /v1/blob: the bytes of attachments, as they were sealed (core/crypto/sealed_blob.h). A blob belongs to the case that it was
/// brought for, and is asked for by case and name together: whoever knows a name alone gets nothing.
namespace faltakt::protocol {

/// POST: a blob that will come, or how far it has come.
struct BlobAnnouncement {
    base::CaseId caseId;
    base::Hash name{};
    std::int64_t size = 0; ///< As sealed.
    bool operator==(const BlobAnnouncement &) const = default;
};

/// What POST and PATCH answer: bytes from the start that the server has; with all of them the blob is whole and proven.
struct BlobHeld {
    std::int64_t held = 0;
    bool operator==(const BlobHeld &) const = default;
};

/// PATCH and GET: one chunk, by the place of its first byte; that of a chunk always.
struct BlobPlace {
    base::CaseId caseId;
    base::Hash name{};
    std::int64_t at = 0;
    bool operator==(const BlobPlace &) const = default;
};

[[nodiscard]] std::string encode(const BlobAnnouncement &message);
/// InvalidInput; TooLarge for a size beyond Limits::BlobBytes.
[[nodiscard]] base::Result<BlobAnnouncement> decodeBlobAnnouncement(std::string_view body);
[[nodiscard]] std::string encode(const BlobHeld &message);
[[nodiscard]] base::Result<BlobHeld> decodeBlobHeld(std::string_view body);
/// "case=ID&name=B64&at=N"
[[nodiscard]] std::string encodeBlobQuery(const BlobPlace &place);
/// InvalidInput; exactly these three members, each once, in this order.
[[nodiscard]] base::Result<BlobPlace> decodeBlobQuery(std::string_view query);

} // namespace faltakt::protocol
