#pragma once

#include "core/changelog/schema.h"

namespace faltakt::casework {

/// Version of the tables below; written into every change as `v`.
inline constexpr int RecordSchemaVersion = 1;

/// The kinds of record, their fields, limits, sensitivity, compartment and surface: the only place that knows them.
/// Compile-time values; store, server, export and forms read this table and look names from outside up in it.
/// Every kind has the field `deleted` besides, which changelog itself handles.
[[nodiscard]] const changelog::SchemaTable &recordSchemas() noexcept;

} // namespace faltakt::casework
