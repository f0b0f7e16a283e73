#pragma once

#include "core/base/language.h"
#include "core/changelog/record_state.h"
#include "core/store/projection.h"

#include <optional>
#include <string>

namespace faltakt::casework {

// "Förd på fel person": what was written in the wrong person's file is sealed there and written anew in the right one
// (sealed_records.h says how the seal is kept).

/// What is still said of a sealed record in the file in which it should not have been written.
struct Seal {
    std::optional<base::Instant> at;
    std::string byName;
    /// Nobody moved this one: it hangs on what was moved, and came later from somebody who did not know.
    bool isLate = false;
};
[[nodiscard]] std::optional<Seal> sealOf(const store::RecordView &record);
/// "Förd på fel person", or that it belongs to what was.
[[nodiscard]] std::string sealText(const Seal &seal, base::Language language);

/// Where a record comes from that was moved into this file.
struct Origin {
    std::string writtenBy; ///< The worker's id; empty where several have written it.
    std::string writtenByName;
    std::optional<base::Instant> writtenAt;
    /// It was signed as it stood in the first file. That signature is of the first file's lines: here it is a fact that is
    /// told, and whoever has written it signs anew.
    std::optional<base::Instant> signedAt;
    std::string signedByName;
    std::optional<base::Instant> movedAt;
    std::string movedByName;
};
[[nodiscard]] std::optional<Origin> originOf(const store::RecordView &record);

/// What a worker writes of somebody, whoever wrote it: no card, no matter, no report of the police.
[[nodiscard]] bool canBeMisfiled(const store::RecordView &record);
/// What comes late to one is written beside it as an addition. Of the others each field is a version of its own.
[[nodiscard]] bool takesAdditions(std::string_view kind) noexcept;
/// It is about a child of this file and goes where the child goes: alone it would be about all children of the other one.
[[nodiscard]] bool isOfChild(const store::RecordView &record);
/// True for a field that goes along into another file: none that leads back into this one.
[[nodiscard]] bool movesAlong(std::string_view field) noexcept;
/// By which the record that was moved is known in the right file; not to be read back.
[[nodiscard]] std::string movedKeyOf(base::RecordId sealed);

/// For the act: the changes whose values stand in each field.
[[nodiscard]] base::json::Object seenIn(const changelog::RecordState &record);
/// The fields that hold something which no act has seen: it was written on a device that did not know.
[[nodiscard]] std::vector<std::string> lateFields(const changelog::RecordState &record,
                                                  const std::vector<store::RecordView> &acts);

} // namespace faltakt::casework
