#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::casework {

/// What a table from outside may be at most.
struct CsvLimits {
    std::size_t bytes = 4 * 1024 * 1024;
    std::size_t rows = 10'000;
    std::size_t columns = 100;
    std::size_t fieldBytes = 16 * 1024;
};

struct CsvRow {
    /// Physical line of the file on which the row begins, from 1.
    std::size_t line = 0;
    std::vector<std::string> fields;
    /// A stable word where the row breaks the format, else empty: quote (a quote in the wrong place or never closed),
    /// lineEnd (a carriage return alone), nul, tooLong. Its fields are then not to be used.
    std::string_view fault;
};

struct CsvTable {
    char separator = ',';
    std::vector<CsvRow> rows; ///< The header is the first; rows without any character are left out.
};

/// Reads RFC 4180: quoted fields with doubled quotes and line breaks inside, CRLF or LF. UTF-8 with or without
/// byte-order mark. The separator is ';' or ',', whichever stands more often, outside quotes, in the first row.
/// A broken row is marked and the reading goes on at the next line.
/// TooLarge for bytes, rows and columns beyond the limits; InvalidInput for an encoding other than UTF-8, with words
/// on what it seems to be.
[[nodiscard]] base::Result<CsvTable> readCsv(std::string_view text, const CsvLimits &limits = {});

/// A field as it stands in a file: quoted where it holds the separator, a quote, a line break or outer spaces.
[[nodiscard]] std::string csvField(std::string_view value, char separator);

} // namespace faltakt::casework
