#pragma once

#include "core/base/json.h"
#include "sync/protocol/limits.h"

#include <string>
#include <string_view>
#include <vector>

/// Content packs: told in the greeting, fetched by the hash of their bytes. They are public to the tenant's devices and
/// prove themselves; what is in them core/screening knows.
namespace faltakt::protocol {

/// One version of one pack, as a greeting tells of it.
struct PackNotice {
    std::string pack;
    std::string version;
    base::Hash hash{}; ///< BLAKE2b-256 of all its bytes.
    std::int64_t size = 0;
    bool operator==(const PackNotice &) const = default;
};

/// GET /v1/pack: one chunk, by the place of its first byte; that of a chunk always.
struct PackPlace {
    base::Hash hash{};
    std::int64_t at = 0;
    bool operator==(const PackPlace &) const = default;
};

[[nodiscard]] base::json::Array encodePackNotices(const std::vector<PackNotice> &notices);
/// The member `packs` of an object; none where it is missing. InvalidInput; TooLarge.
[[nodiscard]] base::Result<std::vector<PackNotice>> readPackNotices(const base::json::Value &object);
/// "name=B64&at=N"
[[nodiscard]] std::string encodePackQuery(const PackPlace &place);
/// InvalidInput; exactly these two members, each once, in this order.
[[nodiscard]] base::Result<PackPlace> decodePackQuery(std::string_view query);

} // namespace faltakt::protocol
