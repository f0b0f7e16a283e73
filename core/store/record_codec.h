#pragma once

#include "core/changelog/record_state.h"

#include <string>

namespace faltakt::store {

/// A record state as it lies in a row. `body` is a JSON object of displayed values; `last` holds, for each field of
/// the body in order, the 16 bytes of the one change behind it, or zeroes where there is more to say; `extra` is a JSON
/// object with that: several heads, what a delete had seen, changes awaited. Empty for most records.
struct EncodedRecord {
    base::json::Object fields; ///< What `body` says.
    std::string body;
    base::Bytes last;
    std::string extra;
};

[[nodiscard]] EncodedRecord encodeRecord(const changelog::RecordState &record, const changelog::MetaLookup &meta);

/// The values of fields in conflict beside the displayed one, from a row's `extra`; Damaged where it cannot be read.
using OtherValues = std::vector<std::pair<std::string, base::json::Value>>;
[[nodiscard]] base::Result<OtherValues> readOtherValues(const base::json::Object &displayed, std::string_view extra);

/// Damaged where the parts do not fit together.
[[nodiscard]] base::Result<changelog::RecordState> decodeRecord(base::RecordId id, base::CaseId caseId,
                                                                std::string kind, std::string_view body,
                                                                base::ByteView last, std::string_view extra);

} // namespace faltakt::store
