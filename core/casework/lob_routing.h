#pragma once

#include "core/base/ids.h"
#include "core/casework/lob_report_import.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::casework {

/// What the municipality's profile says that decides where a report goes.
struct LobRoutingProfile {
    /// From this age the unit takes over; empty where the profile is silent: then only minors are turned aside.
    std::optional<int> targetAge;
    /// "Täby" or "Täby kommun"; empty where unset: then no report is another municipality's.
    std::string municipalityName;
    /// Four digits, as sheets sometimes have instead of the name.
    std::string municipalityCode;
};

/// What the register already has about the person of the sheet, found by identity number alone: never by name.
struct KnownPerson {
    enum class Matter {
        None,   ///< Not known here.
        Open,   ///< A matter is under way and has its own worker.
        Closed, ///< Known, and the matter is closed.
    };
    Matter matter = Matter::None;
    base::CaseId caseId;                       ///< Of the known person.
    std::optional<base::WorkerId> responsible; ///< Of the open matter.
    /// The level that the register holds, a code of `protection`.
    std::string protection = "none";
    /// Times of custody of the person's earlier LOB reports.
    std::vector<base::Instant> earlierCustodies;
};

/// Why a report stays at the office. Stable words, shown to no one outside it.
enum class OfficeReason { ProtectedIdentity, Minor, BelowTargetAge, OtherMunicipality, ClosedMatter };
[[nodiscard]] std::string_view officeReasonName(OfficeReason reason) noexcept;

/// Where a report goes.
struct LobRoute {
    enum class Way {
        NewCase,    ///< A new person's case, to be assigned and sent to a device.
        OpenMatter, ///< Into the known person's case, with a task for that person's worker; the LOB caller sees nothing.
        Office,     ///< A case of its own that stays at the server; no device gets it.
        Unidentified, ///< A report without person in a case of its own, to be tied later.
    };
    Way way = Way::NewCase;
    std::optional<OfficeReason> reason; ///< With Office only.
    bool operator==(const LobRoute &) const = default;
};

/// Decides where a report goes. The first rule that fits wins: protected identity (the sheet or the register says so);
/// nobody known; under 18 at the custody; an open matter; below the target age today; another home municipality;
/// a closed matter; else a new case. An open matter goes before target age and municipality, since the worker of a
/// matter under way must learn of it. A person without known birth date is taken for grown up: nothing may be guessed
/// from a name.
[[nodiscard]] LobRoute routeLobReport(const LobReportRow &row, const LobRoutingProfile &profile,
                                      const KnownPerson &known, base::Date today);

/// The higher of the two levels that sheet and register name.
[[nodiscard]] std::string protectionLevel(const LobReportRow &row, const KnownPerson &known);

/// True where both name the same municipality: "Täby", "Täby kommun" and the code of four digits; case does not matter.
[[nodiscard]] bool isOwnMunicipality(std::string_view written, const LobRoutingProfile &profile);

/// By which one sheet is known again, however its number was written: by the police's file or by hand. Empty without a number.
[[nodiscard]] std::string lobSheetKey(std::string_view source, std::string_view sheetNumber);

/// Number of custodies in the twelve months that end with this one, itself included. Later ones do not count.
[[nodiscard]] int repeatCountIn12Months(base::Instant takenAt, std::span<const base::Instant> others) noexcept;

} // namespace faltakt::casework
