#pragma once

#include "core/base/instant.h"
#include "core/base/json.h"
#include "core/casework/csv_reader.h"
#include "core/casework/identity_number.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::casework {

/// One police sheet as the file gives it. Codes are those of `record_codes.h`; an empty text, like an empty optional,
/// says that the sheet is silent. A value.
struct LobReportRow {
    std::size_t line = 0; ///< Physical line in the file.
    std::string source = "lob";
    std::string sheetNumber;
    base::Instant takenAt;
    std::string place;
    /// When the sheet reached the board; the time of the import where the file does not say.
    base::Instant received;
    std::string givenName;
    std::string familyName;
    std::string identityNumber; ///< Normalised; empty where the police did not know it.
    std::optional<IdentityKind> identityKind;
    std::optional<base::Date> birthDate; ///< As written, else from the number.
    std::string sex;
    std::string homeMunicipality;
    std::string phone;
    std::string address;
    std::string ground;
    std::string substance;
    std::string condition;
    std::optional<bool> injuries;
    std::optional<bool> medicalCheck;
    std::string keptAt;
    std::string decidedBy;
    std::optional<base::Instant> releasedAt;
    std::string releasedTo;
    std::optional<bool> violent;
    std::string childrenPresent;
    std::optional<bool> guardianInformed;
    std::optional<bool> licenceRegister;
    std::optional<bool> dangerSign;
    std::string protection = "none";
    std::string event;

    /// True where neither a number nor a name says who it was.
    [[nodiscard]] bool isUnidentified() const noexcept
    {
        return identityNumber.empty() && givenName.empty() && familyName.empty();
    }
    bool operator==(const LobReportRow &) const = default;
};

/// What is wrong or worth a look in one row; never holds a value. `field` is a canonical column name, empty for the
/// row as a whole.
struct LobRowRemark {
    std::size_t line = 0;
    std::string field;
    /// Refused: missing, format, date, checksum, code, yesNo, tooLong, duplicate (the sheet stands in the file with
    /// other content), columns (more or fewer than the header has), quote, lineEnd, nul.
    /// Notices: folded (the same sheet again, word for word), future, order (before the custody), ignored (a column
    /// that means nothing here).
    std::string reason;
    bool operator==(const LobRowRemark &) const = default;
};
/// {"line","field","reason"}
[[nodiscard]] base::json::Object toJson(const LobRowRemark &remark);

struct LobReportFile {
    std::size_t read = 0; ///< Rows in the file without the header: rows, refused and folded ones.
    std::vector<LobReportRow> rows;
    std::vector<LobRowRemark> refused;
    std::vector<LobRowRemark> notices;
};

/// Reads a file of LOB reports. A row that breaks a rule is refused alone; the others go in. Times without a zone are
/// Swedish time. Column names in English or Swedish, whatever their case, spaces and underscores; a sheet's number and
/// the time of custody (one column, or date and time in two) are required, everything else may be silent. `now` stands
/// for a missing time of receipt and decides which days lie ahead.
/// InvalidInput or TooLarge where the file as a whole cannot be read: encoding, no header, a required column missing,
/// a column named twice.
[[nodiscard]] base::Result<LobReportFile> readLobReports(std::string_view csv, base::Instant now,
                                                         const CsvLimits &limits = {});

/// The canonical column names in the order in which we write them.
[[nodiscard]] const std::vector<std::string_view> &lobColumnNames();

} // namespace faltakt::casework
