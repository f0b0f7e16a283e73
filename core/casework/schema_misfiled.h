#pragma once

#include "core/casework/schema_fields.h"

/// The act by which a record is said to stand in the wrong person's file, and what a record that was written anew in the
/// right one tells of the first writing. Neither names the other file or the other record.
namespace faltakt::casework::misfiled {

using namespace fields;

/// `seen`: for each field of the record, the changes whose values went along.
inline constexpr FieldSchema ActFields[] = {
    plain("at", FieldType::Instant),
    plain("record", FieldType::Id),
    text("byName", Sensitivity::Personal, NameLength),
    structured("seen", FieldType::Object, ListBytes, Sensitivity::Plain),
};

// Of a note, a contact and a photo alike. `writtenBy` wrote it first, at `writtenAt`; `movedKey` is a digest of the sealed
// record's id, by which what comes late finds where it belongs: nobody reads the id out of it.
inline constexpr FieldSchema WrittenBy = plain("writtenBy", FieldType::Id);
inline constexpr FieldSchema WrittenByName = text("writtenByName", Sensitivity::Personal, NameLength);
inline constexpr FieldSchema WrittenAt = plain("writtenAt", FieldType::Instant);
inline constexpr FieldSchema MovedAt = plain("movedAt", FieldType::Instant);
inline constexpr FieldSchema MovedByName = text("movedByName", Sensitivity::Personal, NameLength);
inline constexpr FieldSchema MovedKey = text("movedKey", Sensitivity::Plain, 43);

} // namespace faltakt::casework::misfiled
