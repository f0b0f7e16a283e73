#pragma once

#include "core/casework/schema_fields.h"

#include <algorithm>
#include <array>

/// The act by which a record is said to stand in the wrong person's file, and what a record that was written anew in the
/// right one tells of the first writing. Neither names the other file or the other record.
namespace faltakt::casework::misfiled {

using namespace fields;

/// `seen`: for each field of the record, the changes whose values went along; of a record of many fields all of them under
/// `*`.
inline constexpr FieldSchema ActFields[] = {
    plain("at", FieldType::Instant),
    plain("record", FieldType::Id),
    text("byName", Sensitivity::Personal, NameLength),
    structured("seen", FieldType::Object, ListBytes, Sensitivity::Plain),
};

/// Of every kind that can be moved alike. `writtenBy` wrote it first, at `writtenAt`; who signed it in the first file and
/// when is told as a fact, since a signature is of that file's own lines and proves nothing here. `movedKey` is a digest of
/// the sealed record's id, by which what comes late finds where it belongs: nobody reads the id out of it.
inline constexpr std::array OriginFields{
    plain("writtenBy", FieldType::Id),
    text("writtenByName", Sensitivity::Personal, NameLength),
    plain("writtenAt", FieldType::Instant),
    plain("wasSignedAt", FieldType::Instant),
    text("wasSignedByName", Sensitivity::Personal, NameLength),
    plain("movedAt", FieldType::Instant),
    text("movedByName", Sensitivity::Personal, NameLength),
    text("movedKey", Sensitivity::Plain, 43),
};

/// The fields of a kind with those of its origin.
template <std::size_t Count>
[[nodiscard]] constexpr std::array<FieldSchema, Count + OriginFields.size()> movable(const FieldSchema (&own)[Count])
{
    std::array<FieldSchema, Count + OriginFields.size()> fields{};
    std::ranges::copy(OriginFields, std::ranges::copy(own, fields.begin()).out);
    return fields;
}

} // namespace faltakt::casework::misfiled
