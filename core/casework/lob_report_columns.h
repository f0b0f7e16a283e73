#pragma once

#include "core/casework/lob_report_import.h"

#include <span>

namespace faltakt::casework {

/// A row while its columns are read: what two columns say together waits here.
struct LobRowDraft {
    LobReportRow row;
    base::Date today;
    std::string takenDate;
    std::string takenTime;
    bool hasTakenAt = false;
    bool hasReceived = false;
};

/// What is wrong with a value, as a stable word; empty where it was taken.
using ColumnFault = std::string_view;

/// One column of the file: its canonical name, the names under which it is also known, and how its value is read.
struct LobColumn {
    std::string_view name;
    std::span<const std::string_view> otherNames; ///< Folded: lower case, no spaces.
    std::size_t maxLength;                        ///< Code points.
    ColumnFault (*read)(LobRowDraft &draft, const std::string &value);
};

[[nodiscard]] std::span<const LobColumn> lobColumns() noexcept;

/// Lower case without spaces, hyphens and underscores; the form in which column names and coded words are compared.
[[nodiscard]] std::string foldedKey(std::string_view text);

/// Joins date and time where they stood in two columns, and gives the birth date from the number.
[[nodiscard]] ColumnFault finishDraft(LobRowDraft &draft, base::Instant now);

} // namespace faltakt::casework
