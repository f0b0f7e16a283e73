#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/changelog/schema.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::changelog {

using base::CaseId;
using base::ChangeId;
using base::RecordId;
using base::WorkerId;

/// Limits of one change; a line beyond them is refused before it is stored anywhere.
struct ChangeLimits {
    static constexpr std::size_t LineBytes = 128 * 1024;
    static constexpr std::size_t Sets = 64;
    static constexpr std::size_t FieldsPerSet = 512;
    static constexpr std::size_t BasePerSet = 2048;
    /// Fields times base: what a record may have to remember of changes that have not arrived.
    static constexpr std::size_t FieldsTimesBase = 65536;
    static constexpr std::size_t NameBytes = 128;
};

/// What one change says about one record: new values, and the changes whose values, in these fields, the author saw.
struct RecordSet {
    RecordId record;
    std::string kind;
    base::json::Object fields;
    std::vector<ChangeId> base;
};

/// One press of Save: stored, judged, sent and shown whole. Within one case and one compartment.
struct Change {
    ChangeId id;
    WorkerId by;
    CaseId caseId;
    /// Wall time of the author's device, monotone per device; only ever used to pick what is displayed meanwhile.
    base::Instant at;
    /// When the thing itself happened, where that is another time; ISO 8601.
    std::optional<std::string> event;
    /// Version of the program's record schemas that wrote it.
    std::int64_t version = 1;
    std::vector<RecordSet> sets;
};

/// A change with the exact line that carries it. The line is never altered: every store keeps and re-sends it as it
/// was written, so that what a newer version wrote survives.
struct ChangeLine {
    std::string line;
    base::Hash hash{}; ///< BLAKE2b-256 of exactly that line.
    Change change;
};

/// The line of a change; no line end. Members in a fixed order.
[[nodiscard]] std::string writeChange(const Change &change);

/// Reads a line strictly: known members must have their form; unknown members are allowed and kept in the line.
/// InvalidInput or TooLarge, with the member named.
[[nodiscard]] base::Result<ChangeLine> readChangeLine(std::string line);

/// Writes the line and takes its hash.
[[nodiscard]] ChangeLine sealChange(Change change);

/// What is wrong with a change by the schema; never holds a value.
struct SchemaFault {
    std::string kind;
    std::string field;
    std::string reason; ///< a stable word: type, tooLong, code, range, compartment, missingKind
};

/// Checks every known field against the schema. Unknown kinds and fields pass: a newer version may know them.
[[nodiscard]] std::optional<SchemaFault> findSchemaFault(const Change &change, const SchemaTable &schema);

/// Checks one value against one field.
[[nodiscard]] std::optional<std::string> findValueFault(const base::json::Value &value, const FieldSchema &schema);

/// The compartment of a change, judged over all its sets: it decides who gets the line. `protected` and `reading` win
/// over everything, then `file` as soon as a kind or a field is unknown: what this version cannot judge goes only
/// to those who hold the file. A signature alone says its record's compartment in its field `compartment`.
[[nodiscard]] Compartment compartmentOf(const Change &change, const SchemaTable &schema);

/// Every compartment that the change reaches into; its author must hold them all.
[[nodiscard]] CompartmentSet compartmentsTouched(const Change &change, const SchemaTable &schema);

} // namespace faltakt::changelog
