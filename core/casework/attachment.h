#pragma once

#include "core/crypto/sealed_blob.h"
#include "core/store/projection.h"

#include <array>
#include <optional>
#include <string>

namespace faltakt::casework {

/// A photo or a paper in a person's file. The record says what it is and where its bytes are: a blob (sealed_blob.h) under a
/// key that travels in the change alone. No name of a file, no place and no camera is kept.
struct Attachment {
    static constexpr std::string_view Kind = "attachment";
    static constexpr std::string_view Jpeg = "jpeg";
    /// Fields that belong to the making of the record: with others the caption would stand under another picture.
    static constexpr std::array<std::string_view, 3> WriteOnce{"blob", "size", "key"};

    std::string caption;
    std::string mediaType;
    crypto::BlobReference blob;
    base::Instant at{};
    std::optional<base::RecordId> about; ///< A contact or a note that it belongs to.
};

/// The fields of a new record.
[[nodiscard]] base::json::Object attachmentFields(const Attachment &attachment);
/// Empty where the record is no attachment, or one that cannot be found by what it says (a newer version's).
[[nodiscard]] std::optional<Attachment> readAttachment(const store::RecordView &record);

} // namespace faltakt::casework
