#pragma once

#include "core/changelog/schema.h"
#include "core/store/case_store.h"
#include "sync/cli/command_fault.h"

#include <string>
#include <vector>

namespace faltakt::cli {

/// {"change","value","by","at"} for each head of a conflict.
[[nodiscard]] base::json::Array headsToJson(const std::vector<store::ConflictHead> &heads);

/// Reads one value given as JSON; wrong usage where it is none.
[[nodiscard]] CommandExpected<base::json::Value> readJsonValue(const std::string &text);
/// Reads "FIELD=JSON" words into an object.
[[nodiscard]] CommandExpected<base::json::Object> readFields(const std::vector<std::string> &words);

/// The schema of a kind that people may write; refused with the kinds at hand where there is none.
[[nodiscard]] CommandExpected<const changelog::KindSchema *> findKind(const changelog::SchemaTable &schema,
                                                                      const std::string &kind);
/// Refuses unknown fields, values of a wrong form or size, and codes that this version does not know: a form would not
/// offer them either. Says which field and why, never the value.
[[nodiscard]] CommandResult checkFields(const changelog::KindSchema &kind, const base::json::Object &fields);

} // namespace faltakt::cli
