#pragma once

#include "core/base/json.h"
#include "core/casework/lob_report_import.h"

namespace faltakt::server {

/// A report as JSON, for the table of what stays at the office: every column that the sheet filled in.
[[nodiscard]] base::json::Object officeRow(const casework::LobReportRow &row);

} // namespace faltakt::server
