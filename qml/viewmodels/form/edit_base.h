#pragma once

#include "core/store/case_store.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <map>
#include <optional>
#include <vector>

namespace faltakt::viewmodels {

/// What the worker had before her when she began to change a record. An edit that is written on it stands beside what came
/// in between, as two versions; one written on what holds at the saving would replace it unseen. A value.
struct EditBase {
    base::RecordId record = {};
    base::CaseId caseId = {};
    std::string kind = {};
    /// The changes that gave each field the values that it had.
    std::map<std::string, std::vector<base::ChangeId>, std::less<>> seen = {};
};

/// As the record stands now; NotFound where it is not here. Store thread.
[[nodiscard]] base::Result<EditBase> readEditBase(const store::CaseStore &cases, base::RecordId record);

/// For the forms in which an edit is kept while it is typed.
[[nodiscard]] base::json::Value toJson(const EditBase &base);
/// Empty where none was kept.
[[nodiscard]] std::optional<EditBase> editBaseIn(const base::json::Object &form);
/// The name under which forms keep it.
inline constexpr std::string_view EditBaseField = "base";

/// The edit to be saved: new values for these fields, over what was seen of them.
[[nodiscard]] store::Draft editOn(const EditBase &base, base::json::Object fields);

} // namespace faltakt::viewmodels
