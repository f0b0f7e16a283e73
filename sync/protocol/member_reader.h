#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/crypto/signing_key.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Reads of single members shared by the decoders of this folder; InvalidInput names the member.
namespace faltakt::protocol {

template <typename IdType>
[[nodiscard]] base::Result<IdType> requireId(const base::json::Value &object, std::string_view name)
{
    TRY(const std::string text, object.requireString(name));
    auto id = IdType::parse(text);
    if (!id)
        return base::fail(base::ErrorCode::InvalidInput, std::string(name) + " must be an id");
    return *id;
}

/// A body of one object.
[[nodiscard]] base::Result<base::json::Value> readObject(std::string_view body, std::size_t maxBytes);
/// A whole number of at least `minimum`.
[[nodiscard]] base::Result<std::int64_t> requireCount(const base::json::Value &object, std::string_view name,
                                                      std::int64_t minimum = 0);
[[nodiscard]] base::Result<base::Instant> requireInstant(const base::json::Value &object, std::string_view name);
[[nodiscard]] base::Result<base::Hash> requireHash(const base::json::Value &object, std::string_view name);
[[nodiscard]] base::Result<base::Bytes> requireBytes(const base::json::Value &object, std::string_view name,
                                                     std::size_t size);
[[nodiscard]] base::Result<crypto::Signature> requireSignature(const base::json::Value &object, std::string_view name);
[[nodiscard]] base::Result<crypto::PublicKey> requireKey(const base::json::Value &object, std::string_view name);
/// TooLarge beyond `maxBytes`.
[[nodiscard]] base::Result<std::string> requireText(const base::json::Value &object, std::string_view name,
                                                    std::size_t maxBytes);

/// The items of a list, each by `read`; none where the member is missing. TooLarge beyond `most` items.
template <typename Item, typename Read>
[[nodiscard]] base::Result<std::vector<Item>> readList(const base::json::Value &object, std::string_view name,
                                                       std::size_t most, const Read &read)
{
    std::vector<Item> list;
    if (!object.find(name))
        return list;
    TRY(const base::json::Array *items, object.requireArray(name));
    if (items->size() > most)
        return base::fail(base::ErrorCode::TooLarge, std::string(name) + " has too many items");
    for (const base::json::Value &item : *items) {
        TRY(Item one, read(item));
        list.push_back(std::move(one));
    }
    return list;
}

} // namespace faltakt::protocol
