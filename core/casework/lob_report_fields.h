#pragma once

#include "core/base/ids.h"
#include "core/casework/lob_report_import.h"

namespace faltakt::casework {

/// What a sheet says of the custody itself, as fields of a `lobReport`; nothing where the sheet is silent.
[[nodiscard]] base::json::Object circumstancesOf(const LobReportRow &row);
/// The card of a person whose name may be shown.
[[nodiscard]] base::json::Object openPersonFields(const LobReportRow &row, base::UuidMaker &ids);
/// Number and address as elements of `contactWays`.
[[nodiscard]] base::json::Object contactWaysOf(const LobReportRow &row, base::UuidMaker &ids);
/// A violent custody gives the flag "two at a visit", to be looked at again: an arrangement, no label.
[[nodiscard]] base::json::Object flagsOf(const LobReportRow &row, base::UuidMaker &ids);

} // namespace faltakt::casework
